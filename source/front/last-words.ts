import type { Session } from '../core/session/session.ts';
import type { Recording } from '../output/asciicast/recording.ts';
import type { Options } from '../options/options.ts';
import { printed } from './printed.ts';
import type { Host } from './host.ts';
import { paperOf } from './terminal.ts';

export type LastWordsRequest = Pick<Options, 'json' | 'ascii'> & {
  readonly session: Session;
  readonly film: Recording | undefined;
  /** Whether what is drawn on was the terminal. */
  readonly seen: boolean;
  /** What is to be known of the run, below its summary. */
  readonly note?: string;
};

/** What is left to print when the screen is gone. The film ends as a terminal does: on the summary. */
export function lastWords(request: LastWordsRequest, host: Host): string {
  const { session, film, seen, json, ascii, note = '' } = request;
  const text = printed(session, { json, ascii, ...paperOf(host) });
  const below = text && note;
  if (film) {
    const { columns } = film.stdout;
    film.stdout.write(printed(session, { json: false, ascii, columns }) + below);
  }

  return film && seen ? '' : text + below;
}
