import { createInterface } from 'node:readline';
import { loadModule, openKernel } from '../../source/workload/open-kernel.ts';
import { workloads, type WorkloadName } from '../../source/core/plan/workload.ts';

// A process of its own for a workload, or for `fill`. A line on stdin runs as many tasks as it was told, one if
// nothing; it prints nanoseconds, and what our kernels answer.

const [engine, size, tasks = '1'] = process.argv.slice(2);
const n = Number(size);
const run = engine === 'fill' ? fill() : await kernel(engine as WorkloadName);

for await (const _ of createInterface(process.stdin)) {
  console.log(run());
}

async function kernel(name: WorkloadName): Promise<() => string> {
  const { reserve, compute, answer } = openKernel(name, await loadModule());
  reserve(n);
  return () => {
    const elapsed = nanoseconds(() => {
      for (let task = 0; task < Number(tasks); task++) {
        compute(n, () => true);
      }
    });
    const { digest, kept } = answer();
    return `${elapsed} ${digest} ${kept}`;
  };
}

/** The floor: writing as many bytes as `list` does, and nothing else. */
function fill(): () => string {
  const bytes = new Uint8Array(workloads.list.bytes(n));
  return () => String(nanoseconds(() => bytes.fill(1)));
}

function nanoseconds(work: () => unknown): bigint {
  const start = process.hrtime.bigint();
  work();
  return process.hrtime.bigint() - start;
}
