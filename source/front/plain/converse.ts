import { needsCluster } from '../../core/plan/engines.ts';
import { planOf } from '../../core/plan/plan-of.ts';
import { refusalOf } from '../../core/plan/memory.ts';
import type { Settings } from '../../core/plan/settings.ts';
import { circumstancesOf } from '../../core/profile/state.ts';
import { checkSettings } from '../../core/report/check-settings.ts';
import { trustBefore } from '../../core/report/trust/trust.ts';
import { reportOf } from '../../core/report/report-of.ts';
import { defaultWait } from '../../core/session/until-quiet.ts';
import type { Report } from '../../core/report/report.ts';
import { detailsOf } from '../../output/sentences.ts';
import { newsReporter } from '../progress/news.ts';
import { planSentences } from './plan-text.ts';
import { askSettings } from './questions.ts';
import { runTold, type Parts } from './run.ts';
import { sentence } from './sentence.ts';

export type ConverseRequest = Parts & {
  readonly settings: Settings;
  /** Begins with a run instead of questions. */
  readonly atOnce: boolean;
  /** Reads out the results of a run. */
  readonly tell: (report: Report) => void;
};

/** A whole session in sentences, until the person quits or the input ends. */
export async function converse(request: ConverseRequest): Promise<void> {
  const { session, talk } = request;
  await untilDetected(session);
  talk.say(`fibtui ${session.version}. ${machineSentence(session)}`);
  if (request.atOnce && (await runAsWanted(request, request.settings)) === 'quit') {
    return;
  }

  talk.say(
    'SETUP. Enter keeps what a question says. Other answers: run starts at once, back goes to the previous question, ? explains, q quits.',
  );
  for (let { settings } = request; ;) {
    const asked = await askSettings(request, settings);
    if (!asked || (await runOrAsk({ ...request, settings: asked })) === 'quit') {
      return;
    }

    settings = asked;
    talk.say('SETUP. The questions again.');
  }
}

const runOrAsk = async (request: ConverseRequest): Promise<'back' | 'quit'> =>
  runAsWanted(request, await wishBefore(request));

async function untilDetected({ state, subscribe }: Parts['session']): Promise<void> {
  let stop = () => {};
  await new Promise<void>((resolve) => {
    const look = () => state().machine && resolve();
    stop = subscribe(look);
    look();
  });
  stop();
}

function machineSentence({ state }: Parts['session']): string {
  const { cpu, usable } = state().machine!;
  const { count, online } = usable;
  return `${cpu}, ${count} of ${online} CPUs usable.`;
}

/** The next step: a run of settings, the questions, or the end. */
type Wish = Settings | 'back' | 'quit';

/** Runs the settings as often as the person likes. */
async function runAsWanted(request: ConverseRequest, first: Wish): Promise<'back' | 'quit'> {
  let wish = first;
  while (typeof wish === 'object') {
    const { session, talk, tell } = request;
    const ran = await runTold({ session, talk }, wish);
    const report = ran ? reportOf(session.state(), session.version) : undefined;
    if (report) {
      talk.say('RESULTS.');
      tell(report);
    }

    wish = report ? await wishAfter(request, wish, report) : 'back';
  }

  return wish;
}

/** Says what the run will do, and asks whether to start it. */
async function wishBefore(request: ConverseRequest): Promise<Wish> {
  const { session, talk, settings } = request;
  await prepare(request);
  planSentences(settings, session.state()).forEach(talk.say);
  const refusal = refusalIn(request);
  if (refusal === undefined) {
    const { waitQuiet: _, ...now } = settings;
    const { waitQuiet = defaultWait } = settings;
    const isBusy = trustBefore(session.state()).some(({ level }) => level === 'warn');
    const start = isBusy ? 'Enter runs it anyway, w waits until it is quiet' : 'Enter runs it';
    return choose(request, `${start}, back goes to the questions, q quits:`, {
      '': () => (isBusy ? now : settings),
      ...(isBusy ? { w: () => ({ ...settings, waitQuiet }) } : {}),
    });
  }

  talk.say(sentence(refusal));
  return choose(request, 'back goes to the questions, force runs it anyway, q quits:', {
    force: () => ({ ...settings, force: true }),
  });
}

/** Calibrates, and asks the cluster if Ray takes part: then it is known what the run will take, and where it will run. */
async function prepare({ session, talk, settings }: ConverseRequest): Promise<void> {
  const report = newsReporter(session.now);
  const stop = session.subscribe(() =>
    report(session.state()).forEach((line) => talk.say(sentence(line))),
  );
  const ready = [
    session.calibrate(settings.workload),
    ...(needsCluster(settings.engines) ? [session.reach(settings.ray)] : []),
  ];
  // A failure is reported when it runs.
  await Promise.allSettled(ready);
  stop();
}

function refusalIn({ session, settings }: ConverseRequest): string | undefined {
  const state = session.state();
  const circumstances = circumstancesOf(state, settings.workload);
  return circumstances && state.machine && !settings.force
    ? refusalOf(planOf(settings, circumstances), state.machine)?.refusal
    : undefined;
}

async function wishAfter(
  request: ConverseRequest,
  settings: Settings,
  report: Report,
): Promise<Wish> {
  const check = checkSettings(settings, report);
  const checks = check ? 'm checks whether it is memory, ' : '';
  return choose(
    request,
    `Enter runs it again, ${checks}d reads out the details, back goes to the questions, q quits:`,
    {
      '': () => settings,
      ...(check ? { m: () => check } : {}),
      d: () => {
        detailsOf(report).forEach(request.talk.say);
      },
    },
  );
}

type Choices = Readonly<Record<string, () => Settings | void>>;

/** Asks until an answer is one of these. A choice without a wish is carried out, then the question is asked again. */
async function choose(
  { talk }: Pick<Parts, 'talk'>,
  question: string,
  choices: Choices,
): Promise<Wish> {
  for (;;) {
    const text = await talk.ask(question);
    if (text === undefined || text === 'q') {
      return 'quit';
    }

    if (text === 'back') {
      return text;
    }

    const settings = Object.hasOwn(choices, text) ? choices[text]!() : undefined;
    if (settings) {
      return settings;
    }
  }
}
