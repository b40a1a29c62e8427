import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import manifest from '#package' with { type: 'json' };
import type { Event } from '../source/core/profile/event.ts';
import type { Recording } from '../source/core/recording/recording.ts';
import type { Report } from '../source/core/report/report.ts';
import type { Session } from '../source/core/session/session.ts';
import { wallsOf, type State } from '../source/core/profile/state.ts';
import type { Milliseconds } from '../source/core/units.ts';
import type { Run } from '../source/output/run-files/format.ts';
import { saveRun } from '../source/output/run-files/save.ts';
import { spansIn, type WrittenSpans } from '../source/output/run-files/shapes/span-columns.ts';
import { textOfSpans } from '../source/output/run-files/writing/span-text.ts';
import { recordedRunNames } from '../source/session/demo/recorded-runs.ts';
import { demoSettings, tinySize } from '../source/session/demo/script.ts';
import { forked } from '../source/host/parent/forked.ts';
import { openSession } from '../source/session/live/session.ts';
import { runToEnd } from '../test/helpers/session/run-to-end.ts';

// Measures the two runs that ship with fibtui, for a demo that measures nothing: `npm run media:runs`. Both belong to
// one session. The first starts when this machine is idle, and starts again if something disturbs it.

const attempts = 500;
const tinyAttempts = 30;

/** The script stays on the setup screen this long before a run, and needs the load of the CPUs for that time. */
const before: Milliseconds = 14_000;

/** The longest time that a calibration takes. */
const calibrating: Milliseconds = 400;

const runs: Run[] = [];
await idle();
const session = openSession({
  version: manifest.version,
  libraries: { tinypool: manifest.dependencies.tinypool },
  ray: { environment: {}, home: '' },
  openHost: forked(process.execArgv),
  saver: {
    save: (recording, report) => void runs.push({ recording, report }),
    settled: async () => undefined,
  },
});
const loads = loadsOf(session);
await session.calibrate(demoSettings.workload);
await setTimeout(before);
await keep(recordedRunNames[0], await clearRun());
await keep(recordedRunNames[1], await tinyRun(lastRun().report));
await session.close();

async function clearRun(): Promise<Run> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    await idle();
    const stop = session.subscribe(() => isDisturbed(session.state()) && session.cancel());
    await runToEnd(session, demoSettings);
    stop();
    const run = lastRun();
    console.log(`${attempt}. ${run.report.verdict.sentence}`);
    if (isClear(run.report)) {
      return run;
    }
  }

  throw new Error(`All of ${attempts} runs were disturbed.`);
}

/** A run of tiny tasks that shows what the demo says of it: it gains less than the first one. */
async function tinyRun(first: Report): Promise<Run> {
  for (let attempt = 1; attempt <= tinyAttempts; attempt++) {
    await setTimeout(before);
    await runToEnd(session, { ...demoSettings, size: tinySize });
    const run = lastRun();
    console.log(`${attempt}. ${run.report.verdict.sentence}`);
    if (gainsLess(run.report, first)) {
      return run;
    }
  }

  throw new Error(`None of ${tinyAttempts} runs of tiny tasks was told from chance.`);
}

function lastRun(): Run {
  const run = runs.at(-1);
  if (!run) {
    throw new Error('The run was not kept.');
  }

  return run;
}

/** Resolves when all CPUs together were nearly idle for a second. */
async function idle(): Promise<void> {
  const busy = () =>
    cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys, 0);
  const [look, most] = [1000, 0.05];
  for (let share = 1; share > most;) {
    const begin = busy();
    await setTimeout(look);
    share = (busy() - begin) / look / cpus().length;
  }
}

/** There is a round in which pool gained too little. */
function isDisturbed({ profile }: State): boolean {
  if (!profile) {
    return false;
  }

  const [local, pool] = [wallsOf(profile, 'local'), wallsOf(profile, 'pool')];
  return [...local].some(([round, wall]) => wall / (pool.get(round) ?? 1) < 1.6);
}

/** Pool wins with a high efficiency, and there is no warning. */
function isClear({ finished, verdict, cases, warnings }: Report): boolean {
  const pool = cases.find(({ id }) => id === 'pool');
  const wins = verdict.comparisons.some(({ outcome }) => outcome === 'faster');
  return finished && wins && (pool?.efficiency ?? 0) > 0.85 && warnings.length === 0;
}

/** Pool is told from chance to gain clearly less than in the first run, or to lose. */
function gainsLess({ finished, verdict }: Report, first: Report): boolean {
  const [told] = verdict.comparisons;
  const most = 0.85 * (first.verdict.comparisons[0]?.factor ?? 0);
  return (
    finished &&
    told !== undefined &&
    told.outcome !== 'undecided' &&
    told.outcome !== 'too-few-rounds' &&
    (told.factor ?? Infinity) <= most
  );
}

/** Collects all samples of the load from now on. A recording keeps only the last one before its run. */
function loadsOf({ state, now, subscribe }: Session): readonly Event[] {
  const loads: Event[] = [];
  let { load } = state();
  subscribe(() => {
    if (state().load !== load) {
      ({ load } = state());
      loads.push({ type: 'load-sampled', load, at: now() });
    }
  });
  return loads;
}

/** Puts the scene, and then the load, into the seconds before the run. This leaves out the wait for an idle machine. */
function withLoads({ scene, events }: Recording): Recording {
  const from = events[0].at - before;
  const others = scene
    .filter(({ type }) => type !== 'load-sampled')
    .map((event) => ({ ...event, at: from + (event.type === 'calibrated' ? calibrating : 0) }));
  const sampled = loads.filter(({ at }) => at > from && at < events[0].at);
  return { scene: [...others, ...sampled].toSorted((one, other) => one.at - other.at), events };
}

/** Rounds to microseconds: spans are most of a run file, and digits beyond the microsecond most of a span. */
function inMicroseconds({ scene, events: [started, ...others] }: Recording): Recording {
  return { scene, events: [started, ...others.map(roundedPass)] };
}

function roundedPass(event: Event): Event {
  if (event.type !== 'pass-finished' || event.outcome.status !== 'finished') {
    return event;
  }

  const { spans, ...rest } = event.outcome;
  const outcome = {
    ...rounded(rest),
    spans: spansIn(rounded(JSON.parse([...textOfSpans(spans)].join('')) as WrittenSpans)),
  };
  return { ...rounded({ ...event, outcome: undefined }), outcome };
}

function rounded<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_, one: unknown) =>
    typeof one === 'number' ? Math.round(one * 1000) / 1000 : one,
  ) as Value;
}

/** Saves a run under this name in media/runs, which the build ships. */
async function keep(name: string, { recording, report }: Run): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'fibtui-runs-'));
  const saved = await saveRun(folder, {
    recording: inMicroseconds(withLoads(recording)),
    report,
  });
  if (saved.status === 'failed') {
    throw new Error(saved.failure.message);
  }

  const target = fileURLToPath(new URL(`runs/${name}.json.gz`, import.meta.url));
  await copyFile(saved.path, target);
  await rm(folder, { recursive: true });
  console.log(target);
}
