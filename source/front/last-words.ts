import { reportOf } from '../core/report/report-of.ts';
import type { Session } from '../core/session/session.ts';
import type { Recording } from '../output/asciicast/recording.ts';
import { outputs } from '../output/outputs.ts';
import type { Options } from '../options/options.ts';
import type { Paper } from '../output/summary.ts';

export type LastWordsRequest = Pick<Options, 'output'> & {
  readonly session: Session;
  readonly paper: Paper;
  readonly film: Recording | undefined;
  /** Whether what is drawn on was the terminal. */
  readonly seen: boolean;
  /** What is to be known of the run, below its summary. */
  readonly note?: string;
};

/** What is left to print when the screen is gone. The film ends as a terminal does: on the summary. */
export function lastWords(request: LastWordsRequest): string {
  const { session, output, paper, film, seen, note = '' } = request;
  const report = reportOf(session.state(), session.version);
  if (!report) {
    return '';
  }

  if (film) {
    const { columns } = film.stdout;
    film.stdout.write(outputs.summary.print(report, { ...paper, columns }) + note);
  }

  return film && seen ? '' : outputs[output].print(report, paper) + note;
}
