import { counted, duration, factor, ratio } from '../../text/format.ts';
import type { RayPass } from '../../plan/ray.ts';
import type { RayFactors } from '../figures/ray-factors.ts';
import { typicalPass, type ReportPass } from '../figures/report-pass.ts';
import type { Milliseconds } from '../../units.ts';

/** Where the time of a case on Ray went, told of its typical pass. */
export type RayAccount = {
  readonly wall: Milliseconds;
  /** The round of that pass; absent where it is the only one of its case. */
  readonly round?: number;
  /** One behind the other. */
  readonly phases: readonly Phase[];
  /** Why its wall is so many times that of `local`. */
  readonly product: string;
  /** "Ray 2.60.0, 2 nodes, 8 CPUs". */
  readonly place: string;
  /** The job on the dashboard. */
  readonly link: string;
};

export type Phase = {
  readonly name: string;
  readonly took: Milliseconds;
  /** Whether tasks ran in it. */
  readonly computing: boolean;
};

type OnRay = ReportPass<'finished'> & { readonly ray: RayPass & RayFactors };

/** Undefined where no pass of the case finished, or where it is none on Ray. */
export function rayAccountOf(
  { passes }: { readonly passes: readonly ReportPass[] },
  caseId: string,
): RayAccount | undefined {
  const pass = typicalPass(passes, caseId);
  if (!pass?.ray) {
    return undefined;
  }

  const rounds = passes.filter((one) => one.case === caseId).length;
  const onRay = { ...pass, ray: pass.ray };
  return {
    wall: pass.wall,
    ...(rounds > 1 ? { round: pass.round } : {}),
    phases: phasesOf(onRay),
    product: productOf(onRay),
    place: placeOf(onRay),
    link: `${pass.ray.address}/#/jobs/${pass.ray.job}`,
  };
}

export const phasesOf = ({ span, ray }: Pick<OnRay, 'span' | 'ray'>): readonly Phase[] => [
  { name: 'submit', took: ray.submit, computing: false },
  { name: 'pending', took: ray.pending, computing: false },
  { name: 'driver start', took: ray.driverStart, computing: false },
  { name: 'warm-up', took: ray.warmUp, computing: false },
  { name: 'span', took: span, computing: true },
  { name: 'rest', took: ray.rest, computing: false },
];

/** S = λ · S_ray · ρ; without λ it is against Python on one CPU, and without that nothing is left but ρ. */
function productOf({ ray: { lambda, inside, share } }: OnRay): string {
  const shared = `span share ${ratio(share)}`;
  if (inside === undefined) {
    return shared;
  }

  const factors = `inside ${ratio(inside)} × ${shared}`;
  return lambda === undefined
    ? `${factor(inside * share)} against python x1 = ${factors}`
    : `${factor(lambda * inside * share)} = language ${ratio(lambda)} × ${factors}`;
}

/** A number that the cluster did not tell is left out. */
function placeOf({ ray: { version, nodes, cpus } }: OnRay): string {
  const many = (number: number, noun: string) => (number === 0 ? [] : [counted(number, noun)]);
  return [`Ray ${version}`, ...many(nodes, 'node'), ...many(cpus, 'CPU')].join(', ');
}

/** "pending 1.31 s". */
export const phaseText = ({ name, took }: Phase): string => `${name} ${duration(took)}`;
