import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { calibrationSamples } from '../../source/engines/calibrate.ts';
import { loadModule } from '../../source/workload/module.ts';

const signal = new AbortController().signal;

suite('a calibration', () => {
  test('times every size three times, from the smallest up', async () => {
    const samples = await calibrationSamples({
      workload: 'list',
      module: await loadModule(),
      limit: 1e9,
      signal,
    });
    const sizes = samples.map(({ n }) => n);
    assert.deepEqual(sizes.slice(0, 6), [500, 500, 500, 1000, 1000, 1000]);
    assert.deepEqual(
      sizes,
      sizes.toSorted((a, b) => a - b),
    );
    assert.ok(samples.every(({ duration }) => duration > 0));
  });

  test('takes no size whose memory would be more than half of the limit', async () => {
    const samples = await calibrationSamples({
      workload: 'list',
      module: await loadModule(),
      limit: 4e6,
      signal,
    });
    assert.deepEqual([...new Set(samples.map(({ n }) => n))], [500, 1000, 2000, 5000]);
  });
});
