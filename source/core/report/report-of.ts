import { engineTraits } from '../plan/engines.ts';
import { capacityOverLocal } from '../machine/capacity.ts';
import { budgetFields } from './figures/case-budget.ts';
import { costFields } from './figures/cost.ts';
import type { FinishedOutcome } from '../profile/pass.ts';
import { spanOf } from '../profile/span-times.ts';
import { textAt } from '../profile/spans.ts';
import type { CaseForecast } from '../plan/forecast.ts';
import type { Machine } from '../machine/machine.ts';
import { refusalOf } from '../plan/memory.ts';
import { batchOf, caseOf, type Case, type PlannedPass } from '../plan/plan.ts';
import { commandOf } from './command.ts';
import { outlierCause } from './losses/outlier-cause.ts';
import type { Report } from './report.ts';
import type { MeasuredTimes, NoTimes, ReportCase } from './figures/report-case.ts';
import type { ReportPass } from './figures/report-pass.ts';
import type { ReportPlan } from './figures/report-plan.ts';
import type { ReportVerdict } from './figures/report-verdict.ts';
import { roomOf } from './figures/limit.ts';
import type { Comparison } from './figures/comparison.ts';
import { createLatestCache } from '../latest-cache.ts';
import { rayFactors, serialTimes, type Inside } from './figures/ray-factors.ts';
import { reportAdvice } from './report-advice.ts';
import { screenCost } from '../profile/screen-cost.ts';
import { scoresOf } from './figures/scores.ts';
import { makesFactor } from './figures/speedup.ts';
import { typicalRounds } from './figures/typical.ts';
import { median, medianInterval, outliers } from '../statistics.ts';
import { clusterTrust } from './trust/cluster-trust.ts';
import { trustAfter } from './trust/trust.ts';
import { finishedPasses, type EndedPass, type ProfileState, type State } from '../profile/state.ts';
import { verdictOf } from './figures/verdict.ts';
import { warningsOf } from './warnings.ts';

const reports = createLatestCache<ProfileState, Report>();

/**
 * The last profile of a session as a report; undefined before the first, or if no machine was detected. It depends on
 * the profile and the version alone. All outputs share one object, since making it takes a second with hundreds of
 * thousands of tasks.
 */
export function reportOf({ profile }: Pick<State, 'profile'>, version: string): Report | undefined {
  const machine = profile?.under.machine;
  return profile && machine
    ? reports(profile, [version], () => makeReport(version, machine, profile))
    : undefined;
}

function makeReport(version: string, machine: Machine, profile: ProfileState): Report {
  const { comparisons, inside, sentence } = verdictOf(profile, roomOf(machine));
  const plan = reportPlan(profile);
  const passes = reportPasses(profile);
  const { calibration, forecast } = profile.under;
  const cases = profile.plan.cases.map((planned) =>
    reportCase(profile, planned, {
      machine,
      passes,
      forecast: forecast?.cases.find(({ case: id }) => id === planned.id),
      comparison: comparisons.find(({ case: { id } }) => id === planned.id),
    }),
  );
  const cost = reportCost(profile);
  return {
    version: 2,
    fibtui: version,
    startedAt: profile.startedAt,
    finished: isFinished(profile),
    machine,
    plan,
    command: commandOf(profile.plan, { force: refusalOf(profile.plan, machine) !== undefined }),
    cases,
    passes,
    verdict: {
      comparisons: comparisons.map(reportComparison),
      ...(inside.length > 0 ? { inside: inside.map(reportInside) } : {}),
      sentence,
    },
    advice: reportAdvice(cases, { machine, plan, passes, comparisons, calibration }),
    warnings: warningsOf(profile, machine, cases),
    trust: [...trustAfter({ machine, cases, passes, ...cost }), ...clusterTrust({ cases, passes })],
    ...cost,
  };
}

function reportCost(profile: ProfileState): Pick<Report, 'cost'> {
  const screen = screenCost(profile);
  const { heldUp } = profile;
  return screen === undefined && !heldUp
    ? {}
    : { cost: { ...(screen === undefined ? {} : { screen }), ...(heldUp ? { heldUp } : {}) } };
}

const isFinished = ({ activity, passes, plan }: ProfileState): boolean =>
  activity.type === 'ended' && !activity.interrupted && passes.length === plan.passes.length;

function reportPlan({ plan, coldStart }: ProfileState): ReportPlan {
  const { workload, size, tasks } = batchOf(plan);
  const { tasksFrom, rounds, checks, waited } = plan;
  const order = Array.from({ length: rounds }, (): string[] => []);
  plan.passes.forEach((pass) => order[pass.round - 1]?.push(pass.case));
  const asked = { workload, size, tasks, tasksFrom, rounds };
  return {
    ...asked,
    order,
    coldStart,
    ...(checks ? { checks } : {}),
    ...(waited ? { waited } : {}),
    ...(plan.ray?.waited ? { cpusWaited: plan.ray.waited } : {}),
  };
}

type CaseFacts = {
  readonly machine: Machine;
  readonly passes: readonly ReportPass[];
  readonly forecast: CaseForecast | undefined;
  readonly comparison: Comparison | undefined;
};

function reportCase(
  profile: ProfileState,
  planned: Case,
  { machine, passes, forecast, comparison }: CaseFacts,
): ReportCase {
  const { id, engine, workers, workload, size, tasks } = planned;
  return {
    id,
    engine,
    workers,
    workload,
    size,
    tasks,
    ...caseTimes(profile, planned, machine),
    ...(forecast ? { forecast: forecastFields(forecast) } : {}),
    ...(comparison ? comparedFields(comparison, { passes, profile, machine }) : {}),
  };
}

function comparedFields(
  comparison: Comparison,
  { passes, profile, machine }: Pick<CaseFacts, 'passes' | 'machine'> & { profile: ProfileState },
) {
  const cpus = capacityOverLocal(machine.usable);
  return {
    ...scoresOf(comparison, cpus),
    ...budgetFields(passes, comparison, cpus),
    ...costFields(passes, comparison, profile.coldStart),
  };
}

function caseTimes(
  profile: ProfileState,
  planned: Case,
  machine: Machine,
): MeasuredTimes | NoTimes {
  const finished = finishedPasses(profile, planned.id);
  if (finished.length === 0) {
    return { outliers: [] };
  }

  const walls = finished.map(({ outcome: { wall } }) => wall);
  const typical = typicalRounds(profile).get(planned.id);
  const shown = finished.find(({ pass: { round } }) => round === typical) ?? finished[0]!;
  const { wall, spans, ray } = shown.outcome;
  return {
    median: median(walls),
    ...medianInterval(walls),
    outliers: outliers(walls).map((index) => {
      const { round } = finished[index]!.pass;
      const cause = outlierCause({ profile, machine }, planned, round);
      return cause ? { round, cause: cause.code } : { round };
    }),
    typical: { round: shown.pass.round, wall, span: spanOf(spans) },
    ...(ray?.python1 === undefined ? {} : { python1: ray.python1 }),
  };
}

const forecastFields = ({ wall, memory, node }: CaseForecast) => ({
  ...(wall === undefined ? {} : { wall }),
  memory,
  ...(node ? { node } : {}),
});

function reportPasses(profile: ProfileState): readonly ReportPass[] {
  const repeated = new Map<number, number>();
  profile.repeated.forEach(({ index }) => repeated.set(index, (repeated.get(index) ?? 0) + 1));
  return profile.passes.map((ended) => {
    const times = repeated.get(ended.pass.index) ?? 0;
    return reportPass(ended, { profile, times });
  });
}

function reportPass(
  { pass, outcome, conditions }: EndedPass,
  { profile, times }: { readonly profile: ProfileState; readonly times: number },
): ReportPass {
  const key = {
    case: pass.case,
    round: pass.round,
    ...(times > 0 ? { repeated: times } : {}),
    ...(conditions ? { conditions } : {}),
  };
  return outcome.status === 'finished'
    ? { ...key, ...finishedPass(outcome, pass, profile) }
    : { ...key, ...outcome };
}

function finishedPass(outcome: FinishedOutcome, pass: PlannedPass, profile: ProfileState) {
  const { wall, spans, ray, python } = outcome;
  const kept = textAt(spans.kept, 0);
  return {
    status: 'finished',
    clock: engineTraits[caseOf(profile.plan, pass).engine].clock,
    wall,
    span: spanOf(spans),
    digest: textAt(spans.digest, 0) ?? '',
    ...(kept === undefined ? {} : { kept }),
    spans,
    ...(python ? { python } : {}),
    ...(ray ? { ray: { ...ray, ...rayFactors(outcome, serialTimes(profile, pass)) } } : {}),
  } as const;
}

const reportComparison = (comparison: Comparison): ReportVerdict['comparisons'][number] => {
  const { value, low, high, outcome, pairs } = comparison.speedup;
  return {
    case: comparison.case.id,
    over: comparison.over.id,
    outcome,
    pairs,
    ...(makesFactor(comparison.speedup) ? { factor: value, low, high } : {}),
  };
};

const reportInside = ({ case: { id }, value, low, high }: Inside) => ({
  case: id,
  factor: value,
  low,
  high,
});
