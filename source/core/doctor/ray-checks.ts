import type { Failure } from '../failure.ts';
import type { Machine } from '../machine/machine.ts';
import type { RayAddress } from '../plan/ray-address.ts';
import { reachedText } from '../plan/ray-text.ts';
import { ownHead, type RayTarget } from '../plan/settings.ts';
import type { ClusterState } from '../profile/state.ts';
import { counted } from '../text/format.ts';
import type { Check } from './check.ts';

/** The Python on this machine that a head of fibtui's would run on. */
export type PythonFacts =
  | { readonly found: 'none'; readonly failure: Failure }
  /** It did not report its version. */
  | { readonly found: 'silent'; readonly path: string }
  | {
      readonly found: 'known';
      readonly path: string;
      readonly version: string;
      /** Version of its Ray; absent if it has none. */
      readonly ray?: string;
    };

export type RayFacts = {
  /** From --ray. */
  readonly target?: RayTarget;
  /** What the environment names. */
  readonly suggested?: RayAddress;
  /** Why what the environment names is not taken. */
  readonly refused?: string;
  /** The answer of the target; absent unless one was asked. */
  readonly cluster?: ClusterState;
  /** Absent where the cluster's own is used. */
  readonly python?: PythonFacts;
  readonly machine: Pick<Machine, 'usable'>;
};

/** Python and Ray: they are needed only by those who run on Ray. */
export const rayChecks = (facts: RayFacts): readonly Check[] => [
  pythonCheck(facts),
  ...clusterChecks(facts),
];

function pythonCheck({ python, target }: RayFacts): Check {
  const check = { topic: 'Python', name: 'python' } as const;
  const isNeeded = target?.at === ownHead;
  const missing = (text: string, remedy: string): Check =>
    isNeeded ? { ...check, level: 'warn', text, remedy } : { ...check, level: 'unknown', text };
  switch (python?.found) {
    case undefined:
      return { ...check, level: 'ok', text: "the cluster's own; none is needed here" };
    case 'none':
      return missing(python.failure.message, python.failure.hint);
    case 'silent':
      return missing(
        `${python.path} did not report its version`,
        'Name the Python that has Ray by --ray-python.',
      );
    case 'known':
      return python.ray === undefined
        ? missing(
            `Python ${python.version} without Ray (${python.path})`,
            `Install it with \`${python.path} -m pip install "ray[default]"\`.`,
          )
        : {
            ...check,
            level: 'ok',
            text: `Python ${python.version} with Ray ${python.ray} (${python.path})`,
          };
  }
}

const about = { topic: 'Ray', name: 'ray' } as const;

function clusterChecks({ target, cluster, ...facts }: RayFacts): readonly Check[] {
  if (!target) {
    return [{ ...about, level: 'unknown', text: notAsked(facts) }];
  }

  return target.at === ownHead ? ownChecks(facts) : answerChecks(cluster);
}

function notAsked({ suggested, refused }: Pick<RayFacts, 'suggested' | 'refused'>): string {
  if (suggested) {
    return `${suggested.from} names ${suggested.base}: not asked; --ray ${suggested.base} asks it`;
  }

  const why = refused === undefined ? 'not asked' : `not asked, as ${refused}`;
  return `${why}: add --ray URL, or --ray start`;
}

function ownChecks({ python, machine }: Pick<RayFacts, 'python' | 'machine'>): readonly Check[] {
  const version = python?.found === 'known' ? python.ray : undefined;
  return version === undefined
    ? []
    : [
        {
          ...about,
          level: 'ok',
          text: `--ray start would start a head with ${counted(machine.usable.count, 'CPU')} on this machine, and end it with the run`,
        },
      ];
}

function answerChecks(answer: ClusterState | undefined): readonly Check[] {
  switch (answer?.status) {
    case 'reached':
      return [
        { ...about, level: 'ok', text: reachedText(answer.cluster) },
        ...answer.cluster.remarks.map((text): Check => ({ ...about, level: 'note', text })),
      ];
    case 'missed':
      return [
        { ...about, level: 'warn', text: answer.failure.message, remedy: answer.failure.hint },
      ];
    case 'sought':
    case undefined:
      return [{ ...about, level: 'unknown', text: 'it has not answered' }];
  }
}
