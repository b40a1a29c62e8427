import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Plan, batchOf, caseOf } from '../../../source/core/plan/plan.ts';
import { defaultSettings } from '../../../source/core/plan/settings.ts';
import { dealt } from '../../helpers/profiles/dealt.ts';
import { fakeSession, type FakeSession } from '../../helpers/session/fake-session.ts';
import { show } from '../../helpers/screens/ui-app.tsx';
import { calibration, sessionState } from '../../helpers/screens/ui-states.ts';

const settings = { ...defaultSettings, rounds: 1 };

/** How much longer a task takes on a CPU in the pool, by workload. */
type Slower = Readonly<Record<string, number>>;

const tellAll = (session: FakeSession, plan: Plan, slower: Slower) => {
  session.tell({ type: 'profile-started', plan, startedAt: '2026-11-23T10:00:00.000Z' });
  for (const pass of plan.passes) {
    const planned = caseOf(plan, pass);
    const longer = planned.id === 'pool' ? (slower[planned.workload] ?? 0) : 0;
    session.tell({ type: 'pass-started', pass });
    session.tell({
      type: 'pass-finished',
      pass,
      outcome: dealt(planned, { task: 9, slower: longer }),
    });
  }

  session.tell({ type: 'profile-finished', interrupted: false });
};

/** A session that runs every plan to its end, and the plans that were started. */
function opened(slower: Slower) {
  const plans: Plan[] = [];
  const state = sessionState(2, {
    calibrations: { list: calibration, pair: { ...calibration, workload: 'pair' } },
  });
  const play = (plan: Plan, session: FakeSession) => {
    plans.push(plan);
    tellAll(session, plan, slower);
  };
  return { session: fakeSession({ state, play }), plans };
}

test('m runs the same plan with pair, and the results say that memory was it', async () => {
  const { session, plans } = opened({ list: 3, pair: 0.1 });
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('enter');
  assert.match(await shown.until('press m'), /the same run[ │\n]+with pair/);
  shown.press('m');
  const frame = await shown.until('It is memory:');
  assert.match(frame.replaceAll(/[ │\n]+/g, ' '), /take 33 % longer with list and 1 %/);
  assert.ok(!frame.includes('press m'));
  const [first, second] = plans as [Plan, Plan];
  const { checks, ...same } = second;
  assert.deepEqual(checks, { workload: 'list', slower: 1 / 3 });
  assert.deepEqual(
    [batchOf(same), same.rounds, same.cases.map(({ id }) => id)],
    [{ ...batchOf(first), workload: 'pair' }, first.rounds, ['local', 'pool']],
  );
});

test('where pair loses as much it was not memory, and where half is left it was a part of it', async () => {
  const said = async (pair: number, wanted: string) => {
    const { session } = opened({ list: 3, pair });
    using shown = show({ session, settings });
    await shown.until('SETUP');
    shown.press('enter');
    await shown.until('press m');
    shown.press('m');
    const frame = await shown.until(wanted);
    return frame.replaceAll(/[ │\n]+/g, ' ');
  };
  assert.match(await said(2.7, 'It is not memory:'), /33 % longer with list and 30 %/);
  assert.match(await said(1.8, 'Memory is part of it:'), /33 % longer with list and 20 %/);
  assert.match(await said(-1, 'It is memory:'), /33 % longer with list and 0 % longer with pair/);
});

test('where nothing is guessed there is nothing to check', async () => {
  const { session, plans } = opened({ list: 0.1 });
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('enter');
  assert.ok(!(await shown.until('RESULTS')).includes('press m'));
  shown.press('m', '?');
  await shown.until('HELP');
  assert.equal(plans.length, 1);
});
