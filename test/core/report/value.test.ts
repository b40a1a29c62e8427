import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { caseOf } from '../../../source/core/plan/plan.ts';
import type { Machine } from '../../../source/core/machine/machine.ts';
import type { Event, MachineEvent, ProfileEvent } from '../../../source/core/profile/event.ts';
import { reduce } from '../../../source/core/profile/reduce.ts';
import { initialState, type State } from '../../../source/core/profile/state.ts';
import { emptyJournal, append, recordingOf } from '../../../source/core/recording/journal.ts';
import { reportOf } from '../../../source/core/report/report-of.ts';
import {
  calibrationWith,
  finished,
  machineWith,
  planWith,
} from '../../helpers/profiles/profiles.ts';

const detected = (given: Partial<Machine> = {}): MachineEvent => ({
  type: 'machine-detected',
  machine: machineWith(given),
});

const memory = (limit: number) => ({ memory: { total: 32e9, free: limit, limit } });

/** Tasks per pass: enough for a report to take noticeable time. */
const tasks = 400;

/** A session's events: its machine, a profile with other events in its middle, and events after it. */
function session(
  given: { readonly amid?: readonly MachineEvent[]; readonly after?: readonly MachineEvent[] } = {},
): readonly Event[] {
  const plan = planWith({ tasks, rounds: 2 });
  const passes = plan.passes.flatMap((pass): readonly ProfileEvent[] => [
    { type: 'pass-started', pass },
    { type: 'pass-finished', pass, outcome: finished(caseOf(plan, pass), 100) },
  ]);
  const events: readonly (ProfileEvent | MachineEvent)[] = [
    detected(memory(1e9)),
    { type: 'calibrated', calibration: calibrationWith() },
    { type: 'profile-started', plan, startedAt: '2026-11-30T10:00:00.000Z' },
    ...passes.slice(0, 2),
    ...(given.amid ?? []),
    ...passes.slice(2),
    { type: 'profile-finished', interrupted: false },
    ...(given.after ?? []),
  ];
  return events.map((event, at) => ({ ...event, at }));
}

const stateAfter = (events: readonly Event[]): State => events.reduce(reduce, initialState);

function reportAfter(events: readonly Event[]) {
  return reportOf(stateAfter(events), '1.2.3') ?? assert.fail('no report');
}

suite('the report of a profile that has ended', () => {
  test('gains no warning when another program takes memory afterwards', () => {
    const scarce = [detected(memory(1e6))];
    const { warnings, machine } = reportAfter(session({ after: scarce }));
    assert.deepEqual(warnings, []);
    assert.equal(machine.memory.limit, 1e9);
    assert.deepEqual(reportAfter(session({ amid: scarce })).warnings, []);
  });

  test('is the one that a replay of it makes', () => {
    const events = session({
      amid: [detected({ ...memory(8e8), cpu: 'what lscpu says' })],
      after: [
        detected({ ...memory(7e8), cpu: 'another' }),
        { type: 'calibrated', calibration: calibrationWith({ a: 100 }) },
      ],
    });
    const { scene, events: kept } = recordingOf(events.reduce(append, emptyJournal))!;
    assert.deepEqual(reportAfter([...scene, ...kept]), reportAfter(events));
  });

  test('is made once, whatever becomes of the memory', () => {
    const ended = stateAfter(session());
    const first = reportOf(ended, '1.2.3');
    const later = reduce(ended, { ...detected(memory(0.99e9)), at: 1000 });
    assert.equal(reportOf(later, '1.2.3'), first);
    // An event that comes too late for its pass does not change the profile either.
    const late = reduce(later, { type: 'workers-sampled', workers: [], at: 1001 });
    assert.equal(reportOf(late, '1.2.3'), first);
  });

  test('has the forecast that was made before it', () => {
    const before = reportAfter(session()).cases.map(({ forecast }) => forecast);
    const other = [{ type: 'calibrated', calibration: calibrationWith({ a: 100 }) } as const];
    for (const events of [session({ amid: other }), session({ after: other })]) {
      assert.deepEqual(
        reportAfter(events).cases.map(({ forecast }) => forecast),
        before,
      );
    }
  });
});
