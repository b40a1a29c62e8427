import { law } from '../../plan/calibration.ts';
import { workloads, type WorkloadName } from '../../plan/workload.ts';
import { count, counted, duration, ratio } from '../../text/format.ts';
import { speedBetween, speedRange } from '../../text/speed.ts';
import type { Bytes, Share } from '../../units.ts';
import type { ReportCase } from '../figures/report-case.ts';
import { againstText } from '../figures/comparison-text.ts';
import { passIn, type ReportPass } from '../figures/report-pass.ts';
import type { ReportVerdict } from '../figures/report-verdict.ts';
import type { OnRay } from './ray-account.ts';

type Known = {
  readonly cases: readonly ReportCase[];
  readonly passes: readonly ReportPass[];
  readonly verdict: ReportVerdict;
};

/** Whether parallelism on Ray is worth it: what it gives inside the cluster, and what would help. Empty without a pass. */
export function rayWorthOf({ cases, passes, verdict }: Known, caseId: string): readonly string[] {
  const found = cases.find(({ id }) => id === caseId);
  const pass = passIn(passes, caseId, found?.typical?.round);
  if (!found || !pass?.ray) {
    return [];
  }

  const inside = verdict.inside?.find((one) => one.case === caseId);
  return [insideSentence(found, inside), ...helpSentence(found, { ...pass, ray: pass.ray })];
}

/** What `rayWorthOf` answers, of a case of this name. */
export const worthQuestion = (name = 'Ray'): string => `Is parallelism on ${name} worth it?`;

type Inside = NonNullable<ReportVerdict['inside']>[number];

function insideSentence({ workers }: ReportCase, inside: Inside | undefined): string {
  if (!inside) {
    return 'Not known: the tasks that would show how fast one CPU of the cluster is did not finish.';
  }

  if (workers === 1) {
    return 'No: only 1 CPU of the cluster had tasks, so nothing ran in parallel.';
  }

  const { factor, low, high } = inside;
  const range = ratio(low) === ratio(high) ? '' : ` (${rangeText(inside)})`;
  return `${answerOf(inside)}: inside the cluster ${counted(workers, 'CPU')} are ${againstText(factor, '1')}${range}.`;
}

/** A smaller gain is no reason to use a cluster. */
const worthIt = 1.05;

function answerOf({ low, high }: Inside): string {
  if (low >= worthIt) {
    return 'Yes';
  }

  return high < worthIt ? 'No' : 'Hard to tell';
}

const rangeText = ({ low, high }: Inside): string =>
  low < worthIt && high >= worthIt ? speedBetween(low, high) : speedRange(low, high);

/** From this share of the wall on, starting the job is what to work on. Longer tasks should bring it down to the other. */
const muchStarting: Share = 0.2;
const littleStarting: Share = 0.1;

function helpSentence(found: ReportCase, pass: OnRay): readonly string[] {
  const { workers, speedup } = found;
  const { wall, span, ray } = pass;
  const { queued = 0 } = ray;
  if (queued > muchStarting * wall && queued > (wall - span) / 2) {
    return [
      `The tasks waited ${duration(queued)} for CPUs that others held: run again when the cluster is free.`,
    ];
  }

  if (1 - pass.ray.share > muchStarting) {
    return [`Starting the job would matter less with ${moreWork(found, pass)}.`];
  }

  const { lambda } = pass.ray;
  if (!speedup || speedup.value >= 1 || lambda === undefined || lambda >= 1) {
    return [];
  }

  const cpus = Math.ceil(workers / speedup.value);
  return [
    `A task takes ${ratio(1 / lambda)} times as long in Python: about ${counted(cpus, 'CPU')} of the cluster would be as fast as ${speedup.over}.`,
  ];
}

/** "longer tasks: try a size of 200,000", or more of them where a larger task would not fit. */
function moreWork({ workload, size, tasks }: ReportCase, { wall, span }: OnRay): string {
  const enough = (wall - span) * (1 / littleStarting - 1);
  const larger = sizes(workload).find(
    (one) => one > size && span * growth(workload, size, one) >= enough,
  );
  if (larger !== undefined) {
    return `longer tasks: try a size of ${count(larger)}`;
  }

  const more = roundUp((tasks * enough) / Math.max(span, 1));
  return `more tasks: try ${count(more)}`;
}

const growth = (workload: WorkloadName, from: number, to: number): number => {
  const { cost } = workloads[workload];
  return law(cost, to) / law(cost, from);
};

/** A task that takes more on every CPU of a cluster is nothing to try. */
const mostBytes: Bytes = 2e9;

function sizes(workload: WorkloadName): readonly number[] {
  const { largest, bytes, pythonBytes = bytes } = workloads[workload];
  return [1000, 10_000, 100_000, 1_000_000]
    .flatMap((decade) => [decade, 2 * decade, 5 * decade])
    .filter((size) => size <= largest && pythonBytes(size) <= mostBytes);
}

/** The next of 1, 2, 5, 10 … */
function roundUp(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((step) => step * decade).find((step) => step >= value) ?? 10 * decade;
}
