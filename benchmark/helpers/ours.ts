import { createInterface } from 'node:readline';
import { loadModule, openKernel } from '../../source/workload/open-kernel.ts';
import { workloads, type WorkloadName } from '../../source/core/plan/workload.ts';

// A separate process for a workload, or for `fill`. Every line on stdin runs the given number of tasks (by default one)
// and prints the nanoseconds and the kernel's answer.

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

/** The lower bound: writes as many bytes as `list` and does nothing else. */
function fill(): () => string {
  const bytes = new Uint8Array(workloads.list.bytes(n));
  return () => String(nanoseconds(() => bytes.fill(1)));
}

function nanoseconds(work: () => unknown): bigint {
  const start = process.hrtime.bigint();
  work();
  return process.hrtime.bigint() - start;
}
