import { count, counted, duration, factor, ratio } from '../../text/format.ts';
import type { RayPass } from '../../plan/ray.ts';
import type { RayFactors } from '../figures/ray-factors.ts';
import type { ReportCase } from '../figures/report-case.ts';
import { passIn, type ReportPass } from '../figures/report-pass.ts';
import type { Milliseconds } from '../../units.ts';
import { rayRemarks } from './ray-remarks.ts';

/** Where the time of a case on Ray went, in its typical pass. */
export type RayAccount = {
  readonly wall: Milliseconds;
  /** The round of that pass; absent if the case has only one. */
  readonly round?: number;
  /** "round 2, local 1.45 s": the round, and the wall of the reference that the speed-up is over; '' without them. */
  readonly where: string;
  /** In order, without gaps. */
  readonly phases: readonly Phase[];
  /** The speed-up as a product of its factors. */
  readonly product: string;
  /** "Ray 2.60.0, 2 nodes, 8 CPUs". */
  readonly place: string;
  /** "workers at nice 15; page faults: 28,640 of a task, 28,630 of a serial one"; '' if they reported neither. */
  readonly workers: string;
  /** The job on the dashboard. */
  readonly link: string;
  /** Sentences about what its parts do not show. */
  readonly remarks: readonly string[];
};

export type Phase = {
  readonly name: string;
  readonly took: Milliseconds;
  /** Whether tasks ran in it. */
  readonly computing: boolean;
};

/** A finished pass on Ray. */
export type OnRay = ReportPass<'finished'> & { readonly ray: RayPass & RayFactors };

type Known = { readonly cases: readonly ReportCase[]; readonly passes: readonly ReportPass[] };

/** Undefined if no pass of the case finished, or if it did not run on Ray. */
export function rayAccountOf({ cases, passes }: Known, caseId: string): RayAccount | undefined {
  const found = cases.find(({ id }) => id === caseId);
  const pass = passIn(passes, caseId, found?.typical?.round);
  if (!pass?.ray) {
    return undefined;
  }

  const rounds = passes.filter((one) => one.case === caseId).length;
  const onRay = { ...pass, ray: pass.ray };
  return {
    wall: pass.wall,
    ...(rounds > 1 ? { round: pass.round } : {}),
    where: [
      ...(rounds > 1 ? [`round ${pass.round}`] : []),
      ...(isSerial(pass.ray) ? referenceTexts(found, passes) : []),
    ].join(', '),
    phases: phasesOf(onRay),
    product: productOf(onRay, found?.speedup !== undefined),
    place: placeOf(onRay),
    workers: workersText(pass.ray),
    link: `${pass.ray.address}/#/jobs/${pass.ray.job}`,
    remarks: rayRemarks(pass.ray),
  };
}

function referenceTexts(
  found: ReportCase | undefined,
  passes: readonly ReportPass[],
): readonly string[] {
  const { speedup } = found ?? {};
  const pass = speedup && passIn(passes, speedup.over, speedup.round);
  return pass ? [`${pass.case} ${duration(pass.wall)}`] : [];
}

/** The phase in which others hold the CPUs. */
export const queuedName = 'queued';

export const phasesOf = ({ span, ray }: Pick<OnRay, 'span' | 'ray'>): readonly Phase[] => [
  { name: 'submit', took: ray.submit, computing: false },
  { name: 'pending', took: ray.pending, computing: false },
  { name: 'driver start', took: ray.driverStart, computing: false },
  ...(ray.queued === undefined ? [] : [{ name: queuedName, took: ray.queued, computing: false }]),
  { name: 'warm-up', took: ray.warmUp, computing: false },
  { name: 'tasks', took: span, computing: true },
  { name: 'rest', took: ray.rest, computing: false },
];

/** Whether the pass can be compared with tasks one after another on this machine. */
const isSerial = ({ lambda, core }: RayFactors): boolean =>
  lambda !== undefined || core !== undefined;

/**
 * S = λ · κ · S_ray · ρ, without S itself if a single round makes no factor. Without λ and κ it is relative to Python on
 * one CPU of the cluster; without S_ray only ρ remains.
 */
function productOf({ ray }: OnRay, makesFactor: boolean): string {
  const { lambda, core, inside, share } = ray;
  const shared = `span share ${ratio(share)}`;
  if (inside === undefined) {
    return shared;
  }

  const factors = `inside ${ratio(inside)} × ${shared}`;
  if (!isSerial(ray)) {
    return `${factor(inside * share)} against python x1 = ${factors}`;
  }

  const timed = core === undefined ? '' : ' (timed here)';
  const product = [
    ...(lambda === undefined ? [] : [`language ${ratio(lambda)}${timed}`]),
    ...(core === undefined ? [] : [`CPU ${ratio(core)}`]),
    factors,
  ].join(' × ');
  const whole = (lambda ?? 1) * (core ?? 1) * inside * share;
  return makesFactor ? `${factor(whole)} = ${product}` : product;
}

/** Leaves out a number that the cluster did not report. */
function placeOf({ ray: { version, nodes, cpus } }: OnRay): string {
  const many = (number: number, noun: string) => (number === 0 ? [] : [counted(number, noun)]);
  return [`Ray ${version}`, ...many(nodes, 'node'), ...many(cpus, 'CPU')].join(', ');
}

function workersText({ nice = [], faults }: RayPass): string {
  const times = (faults: number) => count(Math.round(faults));
  const polite = nice.length > 0 ? [`workers at nice ${nice.join(', ')}`] : [];
  const numbers = faults && [
    `${times(faults.task)} of a task`,
    `${times(faults.serial)} of a serial one`,
  ];
  return [...polite, ...(numbers ? [`page faults: ${numbers.join(', ')}`] : [])].join('; ');
}

/** "pending 1.31 s". */
export const phaseText = ({ name, took }: Phase): string => `${name} ${duration(took)}`;
