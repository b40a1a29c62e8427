import type { Palette } from '../../core/text/palette.ts';
import { fold } from '../../core/text/fold.ts';
import { reportOf } from '../../core/report/report-of.ts';
import type { Session } from '../../core/session/session.ts';
import type { CastRecording } from '../../output/asciicast/cast-recording.ts';
import { outputs } from '../../output/outputs.ts';
import type { Options } from '../../options/options.ts';
import type { Paper } from '../../output/summary.ts';

export type LastWordsRequest = Pick<Options, 'output'> & {
  readonly session: Session;
  readonly paper: Paper;
  readonly cast: CastRecording | undefined;
  /** The look of a cast that no terminal shows; else that of the paper. */
  readonly drawn?: Palette;
  /** Whether the terminal showed the screen. */
  readonly seen: boolean;
  /** Printed below the output. */
  readonly note?: string;
};

/** What to print once the screen is left, in pieces. The cast, too, ends on the summary, as a terminal does. */
export function lastWords(request: LastWordsRequest): Iterable<string> {
  const { session, output, paper, cast, drawn = paper.palette, seen, note } = request;
  const noteIn = (columns = Infinity) => (note ? [`${fold(note, columns, 0).join('\n')}\n`] : []);
  const report = reportOf(session.state(), session.version);
  if (!report) {
    return [];
  }

  if (cast) {
    const { columns } = cast.stdout;
    const onCast = { ...paper, columns, ...(drawn ? { palette: drawn } : {}) };
    cast.stdout.write([...outputs.summary.print(report, onCast), ...noteIn(columns)].join(''));
  }

  return cast && seen ? [] : followed(outputs[output].print(report, paper), noteIn(paper.columns));
}

function* followed(text: Iterable<string>, notes: readonly string[]) {
  yield* text;
  yield* notes;
}
