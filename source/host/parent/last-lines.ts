import type { Readable } from 'node:stream';

const mostLines = 20;
const mostCharacters = 4000;

/** Reads a stream to its end, and keeps its last lines. */
export function lastLines(stream: Readable | null): () => readonly string[] {
  let text = '';
  stream?.setEncoding('utf8').on('data', (piece: string) => {
    text = (text + piece).slice(-mostCharacters);
  });
  return () => text.trimEnd().split('\n').filter(Boolean).slice(-mostLines);
}
