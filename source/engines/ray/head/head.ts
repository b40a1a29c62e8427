import { EngineError } from '../../../core/failure.ts';
import type { Milliseconds } from '../../../core/units.ts';
import { withLimit } from '../abortable.ts';
import { admitOwn } from './listeners.ts';
import { isFree, urlOf } from './ports.ts';
import { waitUntilReady } from './ready.ts';
import { spawnHead, type HeadProcess, type HeadRequest } from './spawn.ts';

/** A Ray head that fibtui starts. It ends with all its processes when this program ends, even when that is killed. */
export type Head = {
  /** The dashboard's URL. */
  readonly url: string;
  /** The process that is the ancestor of all the head's processes. */
  readonly pid: number;
  /** The folder that Ray writes to. */
  readonly folder: string;
  /** Aborts when the last of its processes has ended. */
  readonly ended: AbortSignal;
  /** Rejects if another user's program listens on the dashboard's port: then nothing may be sent there. */
  readonly admit: () => Promise<void>;
  /** Resolves when all its processes have ended; never rejects. */
  readonly close: () => Promise<void>;
};

/** A head takes some ten seconds on an idle machine. */
const startLimit: Milliseconds = 50_000;

/**
 * Starts a head that listens on 127.0.0.1 only, and waits until it accepts jobs. Tries again on other ports if another
 * program takes one of its ports first. Rejects with an `EngineError`.
 */
export async function startHead(request: HeadRequest): Promise<Head> {
  const { signal = new AbortController().signal } = request;
  const limit = withLimit(startLimit, signal);
  for (;;) {
    const head = await attempt({ ...request, signal }, limit);
    if (head) {
      return head;
    }
  }
}

type Attempt = HeadRequest & { readonly signal: AbortSignal };

/** Undefined if another program took one of its ports. */
async function attempt(request: Attempt, limit: AbortSignal): Promise<Head | undefined> {
  const { cpus, token, signal, onLeftover = () => {} } = request;
  const head = await spawnHead(request);
  const close = async () => {
    const leftover = await head.close();
    if (leftover !== undefined) {
      onLeftover(leftover);
    }
  };
  const state = await waitUntilReady({
    ports: head.ports,
    sharesCpus: cpus !== 0,
    token,
    signal: AbortSignal.any([limit, head.ended]),
  });
  if (state === 'ready' && !signal.aborted) {
    return {
      url: urlOf(head.ports.dashboard),
      pid: head.pid,
      folder: head.folder.ray,
      ended: head.ended,
      admit: async () => admitOwn(head.ports.dashboard),
      close,
    };
  }

  const endedByItself = head.ended.aborted;
  await close();
  // Its own processes have ended, so any listener now belongs to another program.
  const portsTaken = state === 'taken' || !(await areFree(Object.values(head.ports)));
  signal.throwIfAborted();
  if (portsTaken && !limit.aborted) {
    return undefined;
  }

  throw startError(
    portsTaken
      ? 'other programs take its ports'
      : endedByItself
        ? endReason(head)
        : 'it did not answer',
  );
}

async function areFree(ports: readonly number[]): Promise<boolean> {
  const free = await Promise.all(ports.map(isFree));
  return !free.includes(false);
}

function endReason({ output }: HeadProcess): string {
  const last = output().split('\n').at(-1) ?? '';
  return `it ended at once${last && `: ${last}`}`;
}

const startError = (why: string): EngineError =>
  new EngineError({
    code: 'ray-head',
    message: `Ray did not start on this machine: ${why}.`,
    hint: 'Try `ray start --head` with the same Python, or pass another with --ray-python.',
  });
