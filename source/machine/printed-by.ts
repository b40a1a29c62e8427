import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import process from 'node:process';
import type { Readable } from 'node:stream';
import type { Milliseconds } from '../core/units.ts';
import { killGroup } from './kill-group.ts';

export type Started = {
  readonly file: string;
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly limit: Milliseconds;
  /** Whether this program stays until there is an answer, or the limit has passed. */
  readonly awaited?: boolean;
};

/** More than any of the programs prints that are asked here. */
const mostCharacters = 1_000_000;

/**
 * What a program prints; undefined if it cannot be started or has not ended in time. It and all that it starts
 * are killed after the limit and when this program ends.
 */
export async function printedBy({ limit, ...started }: Started): Promise<string | undefined> {
  const { child, output } = start(started);
  let isKilled = false;
  const kill = () => {
    isKilled = true;
    if (child.pid !== undefined) {
      killGroup(child.pid);
    }
  };
  const timer = setTimeout(kill, limit).unref();
  process.once('exit', kill);
  const text = textOf(output, kill);
  try {
    await once(child, 'close');
    return isKilled ? undefined : text();
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
    process.off('exit', kill);
  }
}

/** In a process group of its own, which can be killed as a whole. Its input ends with us, however we end. */
function start({ file, args = [], env = process.env, awaited = false }: Omit<Started, 'limit'>) {
  const child = spawn(file, args, {
    env,
    stdio: ['pipe', 'pipe', 'ignore'],
    cwd: folderThatStays,
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  // Without files or processes left, Node opens none of its streams.
  const [input, output] = [child.stdin, child.stdout] as unknown as ReadonlyArray<
    Socket | undefined
  >;
  input?.on('error', () => {});
  if (!awaited) {
    [child, input, output].forEach((handle) => handle?.unref());
  }

  return { child, output };
}

function textOf(stream: Readable | undefined, tooLong: () => void): () => string {
  let text = '';
  stream?.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
    if (text.length > mostCharacters) {
      tooLong();
    }
  });
  return () => text;
}

/** Not the current one, which may have been removed. */
const folderThatStays = import.meta.dirname;
