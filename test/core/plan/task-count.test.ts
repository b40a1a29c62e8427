import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { taskCount, tasksPerCpu } from '../../../source/core/plan/task-count.ts';
import { batchOf } from '../../../source/core/plan/plan.ts';
import { defaultSettings, type Settings } from '../../../source/core/plan/settings.ts';
import { workloadNames, workloads, type WorkloadName } from '../../../source/core/plan/workload.ts';
import { calibrationWith, planWith, settingsWith } from '../../helpers/profiles/profiles.ts';

const autoTasks = (workload: WorkloadName, size: number, cpus: number): number =>
  taskCount(settingsWith({ workload, size, tasks: 'auto' }), { cpus });

const nominal = (workload: WorkloadName, n: number): number => {
  const { a, b, c } = workloads[workload].cost;
  return a + b * n + c * n * n;
};

suite('auto', () => {
  test('the default plan on two CPUs has 100 tasks', () => {
    assert.equal(taskCount(defaultSettings, { cpus: 2 }), 100);
  });

  test('a task of the default plan takes 11.6 ms on the nominal core', () => {
    assert.equal(Math.round(nominal('list', 50_000) * 10) / 10, 11.6);
  });

  const table: ReadonlyArray<
    readonly [workload: WorkloadName, size: number, cpus: number, tasks: number]
  > = [
    ['list', 0, 1, 200],
    ['list', 1000, 1, 200],
    ['list', 50_000, 1, 100],
    ['list', 100_000, 1, 50],
    ['list', 300_000, 1, 4],
    ['list', 0, 2, 400],
    ['list', 1000, 2, 400],
    ['list', 20_000, 2, 400],
    ['list', 50_000, 2, 100],
    ['list', 100_000, 2, 40],
    ['list', 300_000, 2, 8],
    ['list', 50_000, 4, 200],
    ['list', 50_000, 8, 160],
    ['list', 50_000, 16, 160],
    ['list', 50_000, 32, 128],
    ['list', 50_000, 128, 512],
    // Four per CPU would take 11.9 s.
    ['list', 50_000, 256, 768],
    ['list', 100_000, 64, 192],
    ['list', 300_000, 16, 16],
    ['list', 300_000, 256, 256],
    ['list', 0, 256, 51_200],
    ['pair', 50_000, 2, 400],
    ['pair', 10_000_000, 1, 1],
    ['pair', 10_000_000, 64, 64],
    ['bigint', 50_000, 2, 40],
    ['bigint', 300_000, 4, 4],
  ];
  for (const [workload, size, cpus, tasks] of table) {
    test(`takes ${tasks} tasks of ${size} terms of ${workload} on ${cpus} CPUs`, () => {
      assert.equal(autoTasks(workload, size, cpus), tasks);
    });
  }

  test('is the smallest of its steps that keeps local busy for a second, and for 10 s at most', () => {
    const steps = [4, 5, 10, 20, 50, 100, 200];
    for (const workload of workloadNames) {
      for (const size of [0, 1, 700, 5000, 12_000, 50_000, 90_000, 200_000, 300_000]) {
        for (let cpus = 1; cpus <= 256; cpus++) {
          const each = autoTasks(workload, size, cpus) / cpus;
          const busy = (perCpu: number) => perCpu * cpus * nominal(workload, size);
          const where = `${workload} ${size} on ${cpus}: ${each}`;
          if (each < 4) {
            assert.ok([1, 2, 3].includes(each) && busy(each + 1) > 10_000, where);
            assert.ok(busy(each) <= 10_000 || each === 1, where);
          } else {
            const step = steps.indexOf(each);
            assert.ok(step >= 0 && (busy(each) >= 1000 || each === 200), where);
            assert.ok(step === 0 ? busy(4) <= 10_000 : busy(steps[step - 1]!) < 1000, where);
          }
        }
      }
    }
  });

  test('is the same whatever the moment measures', () => {
    const counts = [0.001, 1, 5000].map((one) => {
      const calibration = calibrationWith({ a: one, b: 0 });
      return batchOf(planWith({ tasks: 'auto', size: 50_000, cpus: 2, calibration })).tasks;
    });
    assert.deepEqual(counts, [100, 100, 100]);
  });
});

suite('auto with Ray', () => {
  const at = 'http://10.0.0.1:8265';
  const asked = (given: Partial<Settings> = {}) =>
    settingsWith({
      size: 50_000,
      tasks: 'auto',
      engines: ['local', 'ray'],
      ray: { at, from: '--ray' },
      ...given,
    });
  const cluster = (cpus: number) => ({ at, cpus, here: false });

  test('is at least one task for every CPU of the cluster', () => {
    assert.equal(taskCount(asked(), { cpus: 2, cluster: cluster(6) }), 100);
    assert.equal(taskCount(asked(), { cpus: 2, cluster: cluster(640) }), 640);
  });

  test('leaves a cluster out that takes no part, is another one, or was not reached', () => {
    const engines = ['local', 'pool'] as const;
    assert.equal(taskCount(asked({ engines }), { cpus: 2, cluster: cluster(640) }), 100);
    const other = { ...cluster(640), at: 'http://10.0.0.2:8265' };
    assert.equal(taskCount(asked(), { cpus: 2, cluster: other }), 100);
    assert.equal(taskCount(asked(), { cpus: 2 }), 100);
  });

  test('is also what one task for every CPU of a cluster means where none takes part', () => {
    const around = { cpus: 2, cluster: cluster(640) };
    assert.equal(taskCount(asked({ tasks: 'cluster' }), around), 640);
    const alone = asked({ tasks: 'cluster', engines: ['local', 'pool'] });
    assert.equal(taskCount(alone, around), 100);
    assert.equal(planWith({ ...alone, cpus: 2 }).tasksFrom, 'auto');
  });

  test('per CPU it is what it would be without the cluster', () => {
    assert.equal(tasksPerCpu(asked(), 2), 50);
  });
});
