import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';

/** The number of runs: `--runs N`, or the default of the benchmark. */
export function runsOr(usual: number): number {
  const { values } = parseArgs({ options: { runs: { type: 'string' } } });
  return runsIn(values.runs, usual);
}

/** The number of runs in the value of `--runs`, if it was given. */
export function runsIn(value: string | undefined, usual: number): number {
  const runs = Number(value ?? usual);
  if (!Number.isInteger(runs) || runs < 1) {
    throw new RangeError(`--runs ${value} is no number of runs: take 1 or more.`);
  }

  return runs;
}

/** Prints the title and the machine. The load of the last minute shows whether the machine was quiet. */
export function headline(what: string): void {
  const [load = 0] = loadavg();
  console.log(what);
  console.log(
    `${cpus()[0]?.model ?? 'unknown CPU'}, ${availableParallelism()} CPUs · Node ${process.version} · load ${load.toFixed(2)}\n`,
  );
}
