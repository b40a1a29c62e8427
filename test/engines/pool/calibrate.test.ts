import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { workloads } from '../../../source/core/plan/workload.ts';
import { calibrationTimes } from '../../../source/engines/pool/calibrate.ts';
import { loadModule } from '../../../source/workload/open-kernel.ts';

const signal = new AbortController().signal;

suite('a calibration', () => {
  test('times every size three times or more, from the smallest up', async () => {
    const { samples } = await calibrationTimes({
      workload: 'list',
      module: await loadModule(),
      limit: 1e9,
      signal,
    });
    const sizes = samples.map(({ n }) => n);
    assert.deepEqual([...new Set(sizes)].slice(0, 3), [500, 1000, 2000]);
    assert.ok([...new Set(sizes)].every((size) => sizes.filter((n) => n === size).length >= 3));
    assert.deepEqual(
      sizes,
      sizes.toSorted((a, b) => a - b),
    );
    assert.ok(samples.every(({ duration }) => duration > 0));
  });

  test('times the gaps between tasks', async () => {
    const { gaps } = await calibrationTimes({
      workload: 'pair',
      module: await loadModule(),
      limit: 1e9,
      signal,
    });
    assert.ok(gaps.length > 0 && gaps.every((gap) => gap > 0));
  });

  test('times no size whose memory exceeds half of the limit', async () => {
    const { samples } = await calibrationTimes({
      workload: 'list',
      module: await loadModule(),
      limit: 2 * workloads.list.bytes(1000),
      signal,
    });
    // The limit leaves fewer than three sizes, which are always timed whatever the machine.
    assert.deepEqual([...new Set(samples.map(({ n }) => n))], [500, 1000]);
  });
});
