import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Plan } from '../../../source/core/plan/plan.ts';
import type { Waited } from '../../../source/core/plan/settings.ts';
import { fakeSession, type FakeSession } from '../../helpers/session/fake-session.ts';
import { settingsWith } from '../../helpers/profiles/profiles.ts';

const settings = settingsWith({ rounds: 1, waitQuiet: 60_000 });

/** A session whose other programs take shares of the CPUs as told, and the plans that it starts. */
function waiting(signal?: AbortSignal) {
  const plans: Plan[] = [];
  const session = fakeSession({ play: (plan) => void plans.push(plan) });
  const attempt = session.run(settings, signal);
  return { session, plans, attempt };
}

/** Samples of the load every half second, each with this share taken by others; absent where it is not reported. */
function sample(session: FakeSession, times: number, others?: number): void {
  for (let time = 0; time < times; time++) {
    session.clock.advance(500);
    const otherLoad = others === undefined ? {} : { otherLoad: { others } };
    session.tell({ type: 'load-sampled', load: [{ cpu: 0, busy: 0.5 }], ...otherLoad });
  }
}

/** Lets the plan be prepared. */
const prepared = async () => new Promise((resolve) => void setImmediate(resolve));

async function waitedAfter(tell: (session: FakeSession) => void): Promise<Waited | undefined> {
  const { session, plans, attempt } = waiting();
  await prepared();
  tell(session);
  await attempt;
  return plans[0]?.waited;
}

suite('a start that waits for a quiet machine', () => {
  test('comes when other programs have taken less than 5 % of the CPUs for 5 s', async () => {
    const waited = await waitedAfter((session) => {
      sample(session, 6, 0.3);
      sample(session, 11, 0.02);
    });
    assert.deepEqual(waited, { time: 8500, quiet: true, others: 0.02 });
  });

  test('is thrown back by a moment in which they take more', async () => {
    const waited = await waitedAfter((session) => {
      sample(session, 9, 0.02);
      sample(session, 1, 0.05);
      sample(session, 11, 0.04);
    });
    assert.deepEqual(waited, { time: 10_500, quiet: true, others: 0.04 });
  });

  test('comes in any case after the longest wait', async () => {
    const waited = await waitedAfter((session) => sample(session, 200, 0.31));
    assert.deepEqual(waited, { time: 60_000, quiet: false, others: 0.31 });
  });

  test('comes after 5 s where the system does not report what others take', async () => {
    const waited = await waitedAfter((session) => sample(session, 10));
    assert.deepEqual(waited, { time: 5000, quiet: false });
  });

  test('does not come while it waits, and the state says so', async () => {
    const { session, plans, attempt } = waiting();
    await prepared();
    sample(session, 3, 0.3);
    assert.deepEqual(session.state().quietWait, { since: 0, most: 60_000 });
    assert.deepEqual(plans, []);
    sample(session, 11, 0);
    await attempt;
    assert.equal(session.state().quietWait, undefined);
    assert.equal(plans.length, 1);
  });

  test('does not come at all once it is given up', async () => {
    const giveUp = new AbortController();
    const { session, plans, attempt } = waiting(giveUp.signal);
    await prepared();
    giveUp.abort();
    await assert.rejects(attempt, { name: 'AbortError' });
    sample(session, 200, 0);
    assert.equal(session.state().quietWait, undefined);
    assert.deepEqual(plans, []);
  });
});

test('a start that waits for nothing says nothing of it', async () => {
  const plans: Plan[] = [];
  const session = fakeSession({ play: (plan) => void plans.push(plan) });
  await session.run(settingsWith({ rounds: 1 }));
  assert.equal('waited' in plans[0]!, false);
});
