import type { PassOutcome, Span } from './pass.ts';
import { forecastOf, type CaseForecast } from './forecast.ts';
import type { Case, Plan } from './plan.ts';
import type { Report, ReportCase, ReportPass, ReportPlan, ReportVerdict } from './report.ts';
import { screenCost } from './screen-cost.ts';
import { efficiency, karpFlatt } from './speedup.ts';
import { median, medianInterval, outliers } from './statistics.ts';
import {
  circumstancesOf,
  wallsOf,
  type EndedPass,
  type ProfileState,
  type State,
} from './state.ts';
import { verdictOf, type Comparison } from './verdict.ts';
import { warningsOf } from './warnings.ts';

/** The last profile of a session as a report; undefined before the first, or where no machine was detected. */
export function reportOf(state: State, version: string): Report | undefined {
  const { machine, profile } = state;
  if (!machine || !profile) {
    return undefined;
  }

  const { comparisons, sentence } = verdictOf(profile, machine.usable.count);
  const cases = profile.plan.cases.map((planned) =>
    reportCase(profile, planned, {
      forecast: forecasts(state, profile.plan).find(({ case: id }) => id === planned.id),
      comparison: comparisons.find(({ case: { id } }) => id === planned.id),
    }),
  );
  return {
    version: 1,
    fibtui: version,
    startedAt: profile.startedAt,
    finished: isFinished(profile),
    machine,
    plan: reportPlan(profile),
    cases,
    passes: profile.passes.map((ended) => reportPass(ended, profile)),
    verdict: { comparisons: comparisons.map(reportComparison), sentence },
    warnings: warningsOf(profile, machine, cases),
    ...reportCost(profile),
  };
}

function reportCost(profile: ProfileState): Pick<Report, 'cost'> {
  const screen = screenCost(profile);
  return screen === undefined ? {} : { cost: { screen } };
}

const isFinished = ({ activity, passes, plan }: ProfileState): boolean =>
  activity.type === 'ended' && !activity.interrupted && passes.length === plan.passes.length;

function forecasts(state: State, plan: Plan): readonly CaseForecast[] {
  const circumstances = circumstancesOf(state, plan.workload);
  return circumstances ? forecastOf(plan, circumstances).cases : [];
}

function reportPlan({ plan, coldStart }: ProfileState): ReportPlan {
  const { workload, size, tasks, tasksFrom, repeats } = plan;
  const order = Array.from({ length: repeats }, (_, index) =>
    plan.passes.filter(({ round }) => round === index + 1).map((pass) => pass.case.id),
  );
  return { workload, size, tasks, tasksFrom, repeats, order, coldStart };
}

type CaseFacts = {
  readonly forecast: CaseForecast | undefined;
  readonly comparison: Comparison | undefined;
};

function reportCase(
  profile: ProfileState,
  { id, engine, workers }: Case,
  { forecast, comparison }: CaseFacts,
): ReportCase {
  const walls = [...wallsOf(profile, id)];
  const times = walls.map(([, wall]) => wall);
  const marked = outliers(times).flatMap((index) => walls[index]?.[0] ?? []);
  return {
    id,
    engine,
    workers,
    ...(times.length > 0 ? { median: median(times), ...medianInterval(times) } : {}),
    outliers: marked.map((round) => ({ round })),
    ...(forecast ? { forecast: { wall: forecast.wall, memory: forecast.memory } } : {}),
    ...(comparison ? scores(comparison, workers) : {}),
  };
}

/** Efficiency and serial fraction are defined over one worker. */
function scores({ over, speedup: { value, low, high } }: Comparison, workers: number) {
  const speedup = { over: over.id, value, low, high };
  if (over.workers > 1) {
    return { speedup };
  }

  const serial = karpFlatt(value, workers);
  return {
    speedup,
    efficiency: efficiency(value, workers),
    ...(serial === undefined ? {} : { karpFlatt: serial }),
  };
}

function reportPass(
  { pass, outcome }: EndedPass,
  { repeated }: Pick<ProfileState, 'repeated'>,
): ReportPass {
  const times = repeated.filter(({ index }) => index === pass.index).length;
  const key = {
    case: pass.case.id,
    round: pass.round,
    ...(times > 0 ? { repeated: times } : {}),
  };
  return outcome.status === 'finished'
    ? { ...key, ...finishedPass(outcome) }
    : { ...key, ...outcome };
}

function finishedPass({ wall, spans }: PassOutcome & { status: 'finished' }) {
  const [first] = spans;
  return {
    status: 'finished',
    clock: 'local',
    wall,
    span: spanOf(spans),
    digest: first?.digest ?? '',
    ...(first?.kept === undefined ? {} : { kept: first.kept }),
    spans: spans.map(({ digest: _digest, kept: _kept, ...span }) => span),
  } as const;
}

/** From the first task's start to the last task's end. */
const spanOf = (spans: readonly Span[]): number =>
  spans.reduce((latest, { end }) => Math.max(latest, end), 0) -
  spans.reduce((earliest, { start }) => Math.min(earliest, start), Number.POSITIVE_INFINITY);

const reportComparison = (comparison: Comparison): ReportVerdict['comparisons'][number] => {
  const { value, low, high, outcome } = comparison.speedup;
  return { case: comparison.case.id, over: comparison.over.id, factor: value, low, high, outcome };
};
