import { reportOf } from '../core/report/report-of.ts';
import type { Session } from '../core/session/session.ts';
import type { CastRecording } from '../output/asciicast/cast-recording.ts';
import { outputs } from '../output/outputs.ts';
import type { Options } from '../options/options.ts';
import type { Paper } from '../output/summary.ts';

export type LastWordsRequest = Pick<Options, 'output'> & {
  readonly session: Session;
  readonly paper: Paper;
  readonly cast: CastRecording | undefined;
  /** Whether what is drawn on was the terminal. */
  readonly seen: boolean;
  /** What is to be known of the run, below its summary. */
  readonly note?: string;
};

/** What is left to print when the screen is gone. The cast ends as a terminal does: on the summary. */
export function lastWords(request: LastWordsRequest): string {
  const { session, output, paper, cast, seen, note = '' } = request;
  const report = reportOf(session.state(), session.version);
  if (!report) {
    return '';
  }

  if (cast) {
    const { columns } = cast.stdout;
    cast.stdout.write(outputs.summary.print(report, { ...paper, columns }) + note);
  }

  return cast && seen ? '' : outputs[output].print(report, paper) + note;
}
