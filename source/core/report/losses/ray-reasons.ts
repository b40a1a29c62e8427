import { counted, duration, ratio } from '../../text/format.ts';
import { factorOf, multipliedOut, type Factor } from '../../text/multiply-out.ts';
import type { Milliseconds, Share } from '../../units.ts';
import type { ReportCase } from '../figures/report-case.ts';
import { passIn, type ReportPass } from '../figures/report-pass.ts';
import { phasesOf, queuedName, type OnRay } from './ray-account.ts';

/** Why a case on Ray takes as long as it does: factors whose product, in the digits shown, is the headline's. */
export type RayReasons = {
  readonly case: string;
  /** The case that it is compared with. */
  readonly over: string;
  /** Whether Ray takes longer. If not, the factors are of its speed. */
  readonly slower: boolean;
  /** "6.61": how many times as long, or as fast. */
  readonly whole: string;
  /** The round that they are of, and both walls in it. */
  readonly round: number;
  readonly wall: Milliseconds;
  readonly overWall: Milliseconds;
  readonly factors: readonly RayReason[];
};

export type RayReason = {
  readonly divides: boolean;
  /** "7.90". */
  readonly value: string;
  /** From the longest wording to the shortest. */
  readonly because: readonly [string, ...string[]];
};

type Known = { readonly cases: readonly ReportCase[]; readonly passes: readonly ReportPass[] };

/** Undefined without a factor to explain: no pass, a single round, or a job in which no task took any time. */
export function rayReasonsOf({ cases, passes }: Known, caseId: string): RayReasons | undefined {
  const found = cases.find(({ id }) => id === caseId);
  const { speedup } = found ?? {};
  const pass = passIn(passes, caseId, speedup?.round);
  const over = speedup && passIn(passes, speedup.over, speedup.round);
  if (!found || !speedup || !pass?.ray || !over || pass.ray.share <= 0) {
    return undefined;
  }

  const slower = speedup.value < 1;
  const exact = slower ? 1 / speedup.value : speedup.value;
  const whole = ratio(exact);
  const parts = partsOf({ ...pass, ray: pass.ray }, { found, over });
  const factors = parts.map(({ ofTime }) => factorOf(slower ? ofTime : 1 / ofTime));
  return {
    case: caseId,
    over: speedup.over,
    slower,
    whole,
    round: speedup.round,
    wall: pass.wall,
    overWall: over.wall,
    factors: inOrder(parts, factors, whole),
  };
}

/** "takes 6.61 times as long", or "is 1.20 times as fast". */
export const howLong = ({ slower, whole }: RayReasons): string =>
  slower ? `takes ${whole} times as long` : `is ${whole} times as fast`;

/** "ray takes 6.61 times as long as local". */
export const rayClaim = (reasons: RayReasons): string =>
  `${reasons.case} ${howLong(reasons)} as ${reasons.over}`;

type Part = {
  /** How many times as long it makes the pass. */
  readonly ofTime: number;
  readonly because: RayReason['because'];
};

type Compared = { readonly found: ReportCase; readonly over: ReportPass<'finished'> };

/** S = λ · κ · S_ray · ρ, as factors of time. Where they are not known, the tasks stand in one factor. */
function partsOf(pass: OnRay, { found, over }: Compared): readonly Part[] {
  const { lambda, core, inside, share } = pass.ray;
  const beside = besideParts(pass);
  const { workers } = found;
  if ((lambda === undefined && core === undefined) || inside === undefined) {
    const tasks: Part = {
      ofTime: (pass.wall * share) / over.wall,
      because: [
        `the tasks: Python on ${counted(workers, 'CPU')} of the cluster, WebAssembly in ${over.case}`,
        `the tasks: Python on ${counted(workers, 'CPU')}`,
      ],
    };
    return [tasks, ...beside];
  }

  return [
    ...(lambda === undefined ? [] : [languagePart(lambda, core !== undefined)]),
    ...(core === undefined ? [] : [{ ofTime: 1 / core, because: coreTexts }]),
    ...beside,
    { ofTime: 1 / inside, because: cpusTexts(workers) },
  ];
}

const coreTexts: RayReason['because'] = [
  'a CPU of the cluster instead of one here, both in Python',
  "the cluster's CPU",
];

/** @param timedHere Whether Python ran on this machine, too; else its tasks were timed on the cluster. */
function languagePart(lambda: number, timedHere: boolean): Part {
  const text = "each task: Python instead of fibtui's WebAssembly";
  return {
    ofTime: 1 / lambda,
    because: timedHere
      ? [`${text}, timed on this machine`, 'each task: Python, timed here']
      : [text, 'each task: Python'],
  };
}

const cpusTexts = (workers: number): RayReason['because'] =>
  workers === 1
    ? ['the one CPU of the cluster that had tasks', '1 CPU of the cluster']
    : [`${counted(workers, 'CPU')} of the cluster instead of 1`, counted(workers, 'CPU')];

/** A shorter wait for a CPU belongs to the start of the job. */
const leastQueued: Share = 0.05;

/** The time without tasks, ρ: of it the wait for CPUs that others held is a factor of its own. */
function besideParts(pass: OnRay): readonly Part[] {
  const { wall, span, ray } = pass;
  const { share } = ray;
  const queued = Math.min(ray.queued ?? 0, wall - span);
  if (queued < leastQueued * wall) {
    return [{ ofTime: 1 / share, because: startingTexts(pass, 0) }];
  }

  const text = `waiting for a CPU: ${duration(queued)} of ${duration(wall)}`;
  return [
    { ofTime: wall / (wall - queued), because: [`${text} (others held them)`, text] },
    { ofTime: (wall - queued) / (share * wall), because: startingTexts(pass, queued) },
  ];
}

/** A phase is named if it takes this much of the time without tasks. */
const leastNamed = 0.1;

function startingTexts({ wall, span, ray }: OnRay, queued: Milliseconds): RayReason['because'] {
  const rest = wall - span - queued;
  const named = phasesOf({ span, ray })
    .filter(
      ({ name, computing, took }) => !computing && name !== queuedName && took >= leastNamed * rest,
    )
    .map(({ name }) => name);
  const short = `starting the job: ${duration(rest)} of ${duration(wall)}`;
  return named.length > 0 ? [`${short} (${named.join(', ')})`, short] : [short];
}

/** Factors in the direction of the result first, largest first; opposing ones last. */
function inOrder(
  parts: readonly Part[],
  factors: readonly Factor[],
  whole: string,
): readonly RayReason[] {
  const texts = multipliedOut(factors, (product) => ratio(product) === whole);
  return parts
    .map(({ because }, index) => ({ ...factors[index]!, because, text: texts[index]! }))
    .toSorted(
      (one, other) => Number(one.divides) - Number(other.divides) || other.value - one.value,
    )
    .map(({ divides, text, because }) => ({ divides, value: text, because }));
}
