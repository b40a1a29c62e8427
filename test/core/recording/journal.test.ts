import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseOf } from '../../../source/core/plan/plan.ts';
import type { Event } from '../../../source/core/profile/event.ts';
import { emptyJournal, append, recordingOf } from '../../../source/core/recording/journal.ts';
import { initialState } from '../../../source/core/profile/state.ts';
import { frozen } from '../../helpers/profiles/freeze.ts';
import { crash, finished, passOf, planWith } from '../../helpers/profiles/profiles.ts';
import { randomSession, statesAfter } from '../../helpers/session/random-session.ts';

const plan = planWith();
const startedAt = '2026-11-23T10:00:00.000Z';
const started = (at: number) => ({ type: 'profile-started', plan, startedAt, at }) as const;
const ended = (at: number) => ({ type: 'profile-finished', interrupted: false, at }) as const;
const load = (at: number): Event => ({ type: 'load-sampled', load: [{ cpu: 0, busy: 1 }], at });

const recorded = (...events: readonly Event[]) =>
  recordingOf(frozen(events).reduce(append, emptyJournal));

/** For every event of a session: the state folded from the recording so far, and the live state. */
function* foldedAndLive(events: readonly Event[]) {
  const live = statesAfter(events);
  let journal = emptyJournal;
  for (const [index, event] of events.entries()) {
    journal = append(journal, event);
    const recording = recordingOf(journal);
    if (recording) {
      const states = statesAfter([...recording.scene, ...recording.events]);
      yield { event, folded: states.at(-1)!, live: live[index]! };
    }
  }
}

test('before the first profile there is no recording', () => {
  assert.equal(recorded(), undefined);
  assert.equal(recorded(load(1), ended(2)), undefined);
});

test('a recording has the events of a profile from its start to its end', () => {
  const during = [load(3), { type: 'warm-up-started', case: 'local', at: 4 }] as const;
  const events = [started(2), ...during, ended(5)];
  assert.deepEqual(recorded(...events, load(6)), { scene: [], events });
});

test('its scene is the latest event of each kind before the start, without those of an earlier profile', () => {
  const before = [
    started(2),
    { type: 'pass-started', pass: passOf(plan, 'local'), at: 3 },
  ] as const;
  assert.deepEqual(recorded(load(1), ...before, load(4), ended(5), started(6)), {
    scene: [load(4)],
    events: [started(6)],
  });
});

test('the scene of the next profile has the times of a pass on Ray, without its spans', () => {
  const onRay = planWith({ engines: ['ray'], tasks: 40 });
  const pass = passOf(onRay, 'ray');
  const planned = caseOf(onRay, pass);
  const outcome = finished(planned, 100);
  assert.ok(outcome.status === 'finished' && outcome.ray);
  const { ray: _ray, ...ours } = outcome;
  const first = { ...started(1), plan: onRay } as const;
  const events: readonly Event[] = [
    first,
    { type: 'pass-finished', pass, outcome, at: 2 },
    { type: 'pass-finished', pass, outcome: ours, at: 3 },
    { type: 'pass-finished', pass, outcome: { status: 'failed', failure: crash }, at: 4 },
    ended(5),
    started(6),
  ];
  const { scene } = recorded(...events)!;
  assert.deepEqual(scene, [
    { type: 'ray-pass-timed', run: { case: planned, span: 40, overhead: 60 }, at: 2 },
  ]);
  const { profile: _, ...known } = statesAfter(events).at(-1)!;
  assert.deepEqual(statesAfter(scene).at(-1), { ...initialState, ...known });
});

test('at every event of 40 random sessions the recording gives the live state', () => {
  for (let seed = 0; seed < 40; seed++) {
    let over = false;
    for (const { event, folded, live } of foldedAndLive(randomSession(seed))) {
      over &&= event.type !== 'profile-started';
      const where = `seed ${seed}, ${event.type} at ${event.at}`;
      // Events after the end of a profile do not belong to its recording.
      assert.deepEqual(over ? folded.profile : folded, over ? live.profile : live, where);
      over ||= event.type === 'profile-finished';
    }
  }
});
