import type { Session } from '../../core/session/session.ts';
import type { State } from '../../core/profile/state.ts';
import { samplePeriod } from '../../core/sample-period.ts';
import type { Milliseconds } from '../../core/units.ts';
import { sayLine } from '../say.ts';
import { isContinuousIntegration } from '../surroundings.ts';
import { missedReporter, newsReporter } from './news.ts';
import { outageReporter } from './outage-news.ts';
import { quietReporter } from './quiet-news.ts';
import type { Reporter } from './reporter.ts';
import { openRewrittenRow } from './rewritten-row.ts';
import { endedRound, leftText, roundText } from './round-text.ts';
import { runTexts } from './run-text.ts';

type Watched = Pick<Session, 'state' | 'now' | 'subscribe'>;

/** Shows on standard error how far the next run is, until the returned function is called. */
export const showProgress = (
  session: Watched,
  program: Pick<NodeJS.Process, 'stderr' | 'env'>,
): (() => void) =>
  // A log keeps every rewriting of a row.
  program.stderr.isTTY && !isContinuousIntegration({ program })
    ? rewriteRow(session, program.stderr)
    : printRounds(session, (line) => sayLine(program, line));

/** One row that is rewritten; what must not be missed stays above it. */
export function rewriteRow(
  session: Watched,
  terminal: Pick<NodeJS.WriteStream, 'write' | 'columns'>,
): () => void {
  const row = openRewrittenRow(terminal);
  const report = newsReporter(session.now);
  let next: Milliseconds = 0;
  const look = () => {
    const state = session.state();
    const now = session.now();
    const news = report(state);
    news.forEach(row.keep);
    const isRunning = state.profile?.activity.type === 'running';
    // Passes may be so short that each of them would draw the row.
    if (!isRunning || news.length > 0 || now >= next) {
      row.show(...runTexts(state, now));
      next = isRunning ? now + samplePeriod : now;
    }
  };
  const stop = session.subscribe(look);
  look();
  return () => {
    stop();
    row.clear();
  };
}

/** A log is read later: one line in this time is enough, and a short run needs none. */
const logPeriod: Milliseconds = 10_000;

/** A line when a round ends, at most one in ten seconds; a wait for a quiet machine, and a cluster that is not there or does not answer. */
export function printRounds(session: Watched, print: (line: string) => void): () => void {
  const roundsReporter = roundReporter(session.now, { first: logPeriod, period: logPeriod });
  const reporters = [
    quietReporter(session.now),
    missedReporter(),
    outageReporter(session.now),
    roundsReporter,
  ];
  return session.subscribe(() => {
    const state = session.state();
    reporters.flatMap((report) => report(state)).forEach(print);
  });
}

export type Pace = {
  /** No line before this time has passed. */
  readonly first: Milliseconds;
  /** At least this time between two lines. */
  readonly period: Milliseconds;
};

/** The latest round that has ended, and how long the rest will take. */
export function roundReporter(now: () => Milliseconds, { first, period }: Pace): Reporter {
  let next = now() + first;
  let told = 0;
  return ({ profile }: State) => {
    const round = profile ? endedRound(profile) : 0;
    if (!profile || round <= told || now() < next) {
      return [];
    }

    told = round;
    next = now() + period;
    const left = leftText(profile, now());
    return [[roundText(profile, round), ...(left === undefined ? [] : [left])].join('; ')];
  };
}
