import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Settings } from '../../../source/core/plan/settings.ts';
import { waitForCpus } from '../../../source/core/session/cpu-wait.ts';
import { fakeSession } from '../../helpers/session/fake-session.ts';
import { clusterWith, target, withRay } from '../../helpers/screens/ui-clusters.ts';

/** A wait during which the cluster gets these CPUs, a second apart. */
async function waitWith(
  cpus: readonly number[],
  given: Partial<Settings> = { tasks: 4, rayWait: 60_000 },
) {
  const session = fakeSession();
  const events: string[] = [];
  const has = (many: number) =>
    session.tell({ type: 'cluster-reached', target, cluster: clusterWith({ cpus: many }) });
  has(cpus[0]!);
  const { state, subscribe } = session;
  const waited = await waitForCpus(
    {
      state,
      subscribe,
      now: session.now,
      observe: (event) => {
        events.push(event.type);
        session.tell(event);
      },
      async demand() {
        for (const many of cpus.slice(1)) {
          session.clock.advance(1000);
          has(many);
        }
      },
    },
    withRay(given),
  );
  return { waited, events, state };
}

suite('a start that waits for CPUs', () => {
  test('reports how long the first and all of them took', async () => {
    const { waited, events, state } = await waitWith([0, 0, 2, 4]);
    assert.deepEqual(waited, {
      wanted: 4,
      cpus: 4,
      most: 60_000,
      time: 3000,
      first: 2000,
      all: 3000,
    });
    assert.deepEqual(events, ['cpus-awaited', 'cpu-wait-ended']);
    assert.equal(state().cpuWait, undefined);
  });

  test('reports how many came in time', async () => {
    const { waited } = await waitWith([0, 2, 2]);
    assert.deepEqual(waited, { wanted: 4, cpus: 2, most: 60_000, time: 2000, first: 1000 });
  });

  test('waits for the first one where the number of tasks is left to it', async () => {
    const { waited } = await waitWith([0, 2], { tasks: 'auto', rayWait: 60_000 });
    assert.deepEqual([waited?.wanted, waited?.all], [1, 1000]);
  });

  test('does not wait where the CPUs are there, without the flag, or without Ray', async () => {
    assert.equal((await waitWith([4])).waited, undefined);
    assert.equal((await waitWith([0], { tasks: 4 })).waited, undefined);
    const local = { engines: ['local'], rayWait: 1000 } as const;
    assert.equal((await waitWith([0], local)).waited, undefined);
  });
});
