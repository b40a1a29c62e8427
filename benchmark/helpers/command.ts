import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';

/** How often to measure: `--runs N`, or what the bar asks for. */
export function runsOr(usual: number): number {
  const { values } = parseArgs({ options: { runs: { type: 'string' } } });
  const runs = Number(values.runs ?? usual);
  if (!Number.isInteger(runs) || runs < 1) {
    throw new RangeError(`--runs ${values.runs} is no number of runs: take 1 or more.`);
  }

  return runs;
}

/** What is measured, and where. The load of the last minute says whether the machine was quiet. */
export function headline(what: string): void {
  const [load = 0] = loadavg();
  console.log(what);
  console.log(
    `${cpus()[0]?.model ?? 'unknown CPU'}, ${availableParallelism()} CPUs · Node ${process.version} · load ${load.toFixed(2)}\n`,
  );
}
