import { judgeMemory } from './forecast.ts';
import { percent } from './format.ts';
import type { Machine } from './machine.ts';
import { planMemory } from './plan.ts';
import type { ReportCase, Warning } from './report.ts';
import { wallsOf, type ProfileState } from './state.ts';

/** What a reader must know before trusting the numbers: each names the case, the cause and the effect. */
export function warningsOf(
  profile: ProfileState,
  machine: Machine,
  cases: readonly ReportCase[],
): readonly Warning[] {
  return [
    ...failures(profile),
    ...crowding(profile, machine),
    ...memoryPressure(profile, machine),
    ...cases.flatMap((found) => outlierWarning(found, profile)),
  ];
}

function failures({ passes }: ProfileState): readonly Warning[] {
  return passes.flatMap(({ pass, outcome }) =>
    outcome.status === 'failed'
      ? [
          {
            code: outcome.failure.code,
            message: `round ${pass.round} of ${pass.case.id} failed: ${outcome.failure.message} ${outcome.failure.hint}`,
          },
        ]
      : [],
  );
}

function crowding({ plan }: ProfileState, { usable }: Machine): readonly Warning[] {
  const widest = Math.max(...plan.cases.map(({ workers }) => workers));
  return widest > usable.count
    ? [
        {
          code: 'more-workers-than-cpus',
          message: `${widest} workers share ${usable.count} usable ${usable.count === 1 ? 'CPU' : 'CPUs'}: they take turns, so the speed-up cannot pass ${usable.count}x`,
        },
      ]
    : [];
}

function memoryPressure({ plan }: ProfileState, { memory }: Machine): readonly Warning[] {
  const { level, sentence } = judgeMemory(planMemory(plan), memory);
  return level === 'fine'
    ? []
    : [{ code: 'memory', message: `memory: ${sentence}; swapping would show in the times` }];
}

function outlierWarning(
  { id, outliers, median }: ReportCase,
  profile: ProfileState,
): readonly Warning[] {
  if (outliers.length === 0 || median === undefined) {
    return [];
  }

  const rounds = outliers.map(({ round }) => round).join(', ');
  const one = outliers.length === 1;
  const which = one ? `round ${rounds} lies` : `rounds ${rounds} lie`;
  const slowest = Math.max(...wallsOf(profile, id).values());
  return [
    {
      code: 'outlier',
      message: `${id}: ${which} far off the median; ${one ? 'it is' : 'they are'} kept, and the slowest is ${percent(slowest / median - 1)} above it`,
    },
  ];
}
