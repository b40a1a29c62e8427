import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { caseOf } from '../../../source/core/plan/plan.ts';
import type { WorkerSample } from '../../../source/core/profile/event.ts';
import { textOf } from '../../../source/ui/canvas/line.ts';
import { themeOf } from '../../../source/ui/canvas/theme.ts';
import { workerTimeZone } from '../../../source/ui/run/workers/worker-time.ts';
import { passOf, planWith } from '../../helpers/profiles/profiles.ts';

const plan = planWith({ engines: ['pool', 'ray'], rounds: 1 });

/** The title and the row of the zone. */
function zoneOf(workers: readonly WorkerSample[], width = 75, engine: 'pool' | 'ray' = 'pool') {
  const pass = passOf(plan, engine);
  const activity = { type: 'running', pass, case: caseOf(plan, pass), since: 0, workers } as const;
  const { title, variants } = workerTimeZone(
    { activity, detailed: true, large: false },
    width,
    themeOf(false),
  );
  return [textOf(title), textOf(variants[0]!.lines[0]!).trim()];
}

/** A worker whose tasks took 100 ms, some of them on a CPU and some waiting for one. */
const worker = (onCpu: number, waiting: number): WorkerSample => ({
  share: 0.5,
  tasks: 4,
  time: { run: 100, onCpu, waiting },
});

const title = 'WHERE THEIR TIME GOES NOW';

suite('where worker time goes', () => {
  test('is one bar over all workers', () => {
    assert.deepEqual(zoneOf([worker(90, 10), worker(70, 10)]), [
      title,
      '██████████████████▒▒░░   on a CPU  80 %   waiting  10 %   blocked  10 %',
    ]);
  });

  test('is told in fewer words in a narrow window', () => {
    assert.equal(zoneOf([worker(100, 0)], 55)[1]?.length, 55);
  });

  test('adds up where the clocks of a task differ by a little', () => {
    assert.match(
      zoneOf([worker(101, 0)])[1] ?? '',
      /on a CPU 100 % {3}waiting {3}0 % {3}blocked {3}0 %$/,
    );
  });

  test('is not told before a task has ended', () => {
    assert.deepEqual(zoneOf([{ share: 0.5, tasks: 0 }]), [
      title,
      'known when the first task has ended',
    ]);
    assert.equal(zoneOf([])[1], 'known when the first task has ended');
  });

  test('is said not to be reported where the system, or Ray, does not', () => {
    assert.equal(zoneOf([{ share: 0.5, tasks: 3 }])[1], 'not reported on this machine');
    assert.equal(zoneOf([{ share: 0.5, tasks: 3 }], 75, 'ray')[1], 'not reported by Ray');
  });

  test('is empty between two passes, and keeps its row', () => {
    const view = { activity: { type: 'opening' }, detailed: true, large: false } as const;
    const [{ lines } = assert.fail()] = workerTimeZone(view, 75, themeOf(false)).variants;
    assert.deepEqual(lines.map(textOf), ['  ']);
  });

  test('takes no row where nobody asked for it and the window is small', () => {
    const view = { activity: { type: 'opening' }, detailed: false, large: false } as const;
    const { variants } = workerTimeZone(view, 75, themeOf(false));
    assert.deepEqual(
      variants.map(({ lines }) => lines.length),
      [0],
    );
  });

  test('names a worker that waits for a CPU while the others do not', () => {
    assert.equal(
      zoneOf([worker(100, 0), worker(69, 31), worker(100, 0)])[0],
      `${title}   ! w2 waits 31 % of its time for a CPU`,
    );
    assert.equal(zoneOf([worker(50, 50), worker(52, 48)])[0], title);
    assert.equal(zoneOf([worker(100, 0), worker(91, 9)])[0], title);
  });
});
