import type { Readable } from 'node:stream';

const mostCharacters = 4000;

/** Reads streams to their end, and keeps the end of their text; a stream that could not be opened has none. */
export function lastText(...streams: readonly (Readable | null | undefined)[]): () => string {
  let text = '';
  for (const stream of streams) {
    stream?.setEncoding('utf8').on('data', (piece: string) => {
      text = (text + piece).slice(-mostCharacters);
    });
  }

  return () => text.trim();
}
