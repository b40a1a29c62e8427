import { UsageError } from '../../core/failure.ts';
import { reportOf } from '../../core/report/report-of.ts';
import type { Report } from '../../core/report/report.ts';
import type { Session } from '../../core/session/session.ts';
import type { Options } from '../../options/options.ts';
import { sentencesOf } from '../../output/sentences.ts';
import { spoken } from '../../output/spoken.ts';
import { columnsOf, type Surroundings } from '../surroundings.ts';
import { openConversation } from './conversation.ts';
import { converse } from './converse.ts';

export type PlainRequest = {
  readonly session: Session;
  readonly options: Options;
};

export type Plain = {
  /** Resolves when the person quits, the input ends, or the program has to end. */
  readonly left: Promise<void>;
  /** The results that were not said yet, once the session is closed. */
  readonly lastWords: () => Iterable<string>;
};

/** A session in sentences, for those who hear a terminal. */
export function openPlain({ session, options }: PlainRequest, around: Surroundings): Plain {
  const { program, ending } = around;
  const { settings, ascii, atOnce } = options;
  const { stdin, stdout } = program;
  // A closed terminal ends the input, too, which must not count as an answer.
  stdin.on('error', ending.hangUp);
  const talk = openConversation({ input: stdin, output: stdout, ascii });
  let told: Report | undefined;
  const tell = (report: Report) => {
    told = report;
    sentencesOf(report).forEach(talk.say);
  };
  const left = new Promise<void>((resolve) => {
    ending.leaveBy(() => {
      talk.close();
      resolve();
    });
  });
  return {
    left: Promise.race([converse({ session, talk, settings, tell, atOnce }), left]),
    lastWords() {
      const columns = columnsOf(around);
      const report = reportOf(session.state(), session.version);
      return report && report !== told
        ? [spoken(sentencesOf(report), columns ? { ascii, columns } : { ascii })]
        : [];
    },
  };
}

/** Throws a `UsageError` where a film of the screens is asked for: there are none. */
export function refuseFilm({ record, window }: Pick<Options, 'record' | 'window'>): void {
  const flag = record ? '--record' : window && '--window-size';
  if (flag) {
    throw new UsageError(
      `${flag} is given, but a session in sentences has no screen: leave it out, or leave out --plain and INK_SCREEN_READER.`,
    );
  }
}
