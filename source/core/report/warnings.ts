import { runsHere } from '../plan/engines.ts';
import { capacityOverLocal } from '../machine/capacity.ts';
import { describe, type Failure } from '../failure.ts';
import { count, counted, duration, percent, ratio, shortDecimal } from '../text/format.ts';
import { allOf } from '../text/listing.ts';
import type { Machine } from '../machine/machine.ts';
import { outages } from './outages.ts';
import { outlierCause } from './losses/outlier-cause.ts';
import { clusterPressure, judgeMemory, planMemory } from '../plan/memory.ts';
import { widestOf } from '../plan/plan.ts';
import type { ReportCase } from './figures/report-case.ts';
import type { PartialPass } from '../profile/pass.ts';
import { cpusWaitedText } from '../plan/ray-text.ts';
import { wallsOf, type ProfileState } from '../profile/state.ts';

export type Warning = {
  readonly code: string;
  readonly message: string;
  /** Present if it is about passes that failed. */
  readonly failed?: true;
  /** The last lines of a related log, oldest first. */
  readonly log?: readonly string[];
};

/** Facts to know before trusting the numbers; each names the case, the cause and the effect. */
export function warningsOf(
  profile: ProfileState,
  machine: Machine,
  cases: readonly ReportCase[],
): readonly Warning[] {
  return [
    ...failures(profile),
    ...unquiet(profile),
    ...cpusWaited(profile),
    ...repetitions(profile),
    ...outages(profile),
    ...crowding(profile, machine),
    ...memoryPressure(profile, machine),
    ...cases.flatMap(beyondCeiling),
    ...cases.flatMap((found) => outlierWarning(found, profile, machine)),
    ...sharing(profile),
    ...keptMemory(profile),
  ];
}

const rayIsHere = 'ray-here';
const cpusCame = 'cpus-waited';
const pythonKeeps = 'python-keeps-memory';

/** Whether it only describes the circumstances of a run in which nothing went wrong. */
export const isNote = ({ code }: Warning): boolean =>
  [rayIsHere, cpusCame, pythonKeeps].includes(code);

/** Whether it is about passes that failed. */
export const isFailure = ({ failed }: Warning): boolean => failed === true;

/** Ray and the other engines slow each other down a little on the same CPUs. */
function sharing({ plan: { cases } }: ProfileState): readonly Warning[] {
  const own = cases.filter(({ engine }) => runsHere(engine)).map(({ engine }) => engine);
  const here = cases.some(({ cluster }) => cluster?.here);
  return here && own.length > 0
    ? [
        {
          code: rayIsHere,
          message: `Ray ran on this machine: even when idle it takes some CPU time from ${allOf([...new Set(own)])}`,
        },
      ]
    : [];
}

/** Where free memory cannot go back to the system, tasks find pages that are there already. */
function keptMemory({ passes }: ProfileState): readonly Warning[] {
  const found = passes.find(
    ({ outcome }) => outcome.status === 'finished' && outcome.python?.trims === false,
  );
  return found
    ? [
        {
          code: pythonKeeps,
          message: `${found.pass.case}: this system cannot take back the memory of a finished task, so all tasks but the first begin faster`,
        },
      ]
    : [];
}

type FailedRounds = {
  readonly id: string;
  readonly failure: Failure;
  readonly kept: string;
  readonly rounds: number[];
};

/** Merges passes of a case that failed with the same message into one warning with their rounds. */
function failures({ passes }: ProfileState): readonly Warning[] {
  const found = new Map<string, FailedRounds>();
  for (const { pass, outcome } of passes) {
    if (outcome.status === 'failed') {
      const kept = partialText(outcome.partial);
      const key = JSON.stringify([pass.case, outcome.failure.message, kept]);
      const before = found.get(key) ?? {
        id: pass.case,
        failure: outcome.failure,
        kept,
        rounds: [],
      };
      before.rounds.push(pass.round);
      found.set(key, { ...before, failure: outcome.failure });
    }
  }

  return [...found.values()].map(({ id, failure, kept, rounds }) => {
    const { code, log } = failure;
    return {
      code,
      failed: true,
      message: `${id}, ${roundsText(rounds)} failed: ${describe(failure)}${kept}`,
      ...(log && log.length > 0 ? { log } : {}),
    };
  });
}

/** More of them say no more. */
const mostNamed = 10;

/** "round 3", "rounds 1, 2 and 3", "rounds 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 190 more". */
function roundsText(rounds: readonly number[]): string {
  const named = rounds.slice(0, mostNamed).map(String);
  const more = rounds.length - named.length;
  return `${rounds.length === 1 ? 'round' : 'rounds'} ${allOf(more > 0 ? [named.join(', '), `${count(more)} more`] : named)}`;
}

/** What is kept of a pass that failed. */
const partialText = (partial: PartialPass | undefined): string =>
  partial
    ? ` Kept as partial: ${count(partial.tasks)} of ${counted(partial.of, 'task')}, ${duration(partial.task)} each.`
    : '';

/** The run waited for a quiet machine, but it stayed busy. */
function unquiet({ plan: { waited } }: ProfileState): readonly Warning[] {
  if (!waited || waited.quiet) {
    return [];
  }

  const others =
    waited.others === undefined
      ? 'this system does not report what other programs use'
      : `other programs still used ${percent(waited.others)} of the CPUs`;
  return [
    {
      code: 'not-quiet',
      message: `the machine did not become quiet: ${others} after ${Math.round(waited.time / 1000)} s of waiting, so the run began anyway`,
    },
  ];
}

/** All the CPUs that were waited for, or not, with how long that took. */
const cpusWaited = ({ plan: { ray } }: ProfileState): readonly Warning[] =>
  ray?.waited
    ? [
        {
          code: ray.waited.all === undefined ? 'cpus-missing' : cpusCame,
          message: cpusWaitedText(ray.waited),
        },
      ]
    : [];

function repetitions({ repeated }: ProfileState): readonly Warning[] {
  return repeated.map(({ round, case: id }) => ({
    code: 'stopped',
    message: `${id}, round ${round} ran twice: the program was suspended during the first time`,
  }));
}

function crowding({ plan }: ProfileState, { usable }: Machine): readonly Warning[] {
  const widest = widestOf(plan.cases.filter(({ engine }) => runsHere(engine)));
  const room = shortDecimal(capacityOverLocal(usable));
  return widest > capacityOverLocal(usable)
    ? [
        {
          code: 'more-workers-than-cpus',
          message: `${counted(widest, 'worker')} share ${room} usable ${room === '1' ? 'CPU' : 'CPUs'}: they take turns, so the limit is ${room} times`,
        },
      ]
    : [];
}

function memoryPressure({ plan }: ProfileState, { memory }: Machine): readonly Warning[] {
  const { level, sentence } = judgeMemory(planMemory(plan), memory);
  const onNode = clusterPressure(plan);
  return [
    ...(level === 'fine'
      ? []
      : [
          {
            code: 'memory',
            message: `memory: ${sentence}; if the machine swaps, the times show it`,
          },
        ]),
    ...(onNode === undefined ? [] : [{ code: 'node-memory', message: `memory: ${onNode}` }]),
  ];
}

/** A speed-up beyond what the workers can give has another cause. */
const beyondCeiling = ({ id, speedup }: ReportCase): readonly Warning[] =>
  speedup?.beyond === undefined
    ? []
    : [
        {
          code: 'beyond-ceiling',
          message: `${id}: ${ratio(speedup.value)} times as fast is more than its workers can give (${shortDecimal(speedup.beyond)}): something else slowed ${speedup.over} down; run again on a quieter machine`,
        },
      ];

function outlierWarning(
  found: ReportCase,
  profile: ProfileState,
  machine: Machine,
): readonly Warning[] {
  const { id, outliers, median } = found;
  if (outliers.length === 0 || median === undefined) {
    return [];
  }

  const walls = wallsOf(profile, id);
  const rounds = outliers.map(({ round }) => {
    const cause = outlierCause({ profile, machine }, found, round);
    return `round ${round} (${duration(walls.get(round) ?? 0)}${cause ? `: ${cause.text}` : ''})`;
  });
  return [
    {
      code: 'outlier',
      message: `${id}: ${rounds.join(', ')}, far from the median of ${duration(median)}; included`,
    },
  ];
}
