import { EngineError } from '../../../core/failure.ts';
import type { Milliseconds } from '../../../core/units.ts';
import { within } from '../../system/pause.ts';
import { admitOwn } from './listeners.ts';
import { isFree, urlOf } from './ports.ts';
import { becomesReady } from './ready.ts';
import { spawnHead, type HeadProcess, type HeadRequest } from './spawn.ts';

/** A Ray head of fibtui's own. It ends, with all that it started, when this program does, however that ends. */
export type Head = {
  /** Of its dashboard. */
  readonly url: string;
  /** Of the process below which all of the head's processes hang. */
  readonly pid: number;
  /** The folder that Ray was given. */
  readonly folder: string;
  /** Comes when the last of its processes has ended. */
  readonly ended: AbortSignal;
  /** Rejects where somebody else listens in the place of its dashboard: nothing may be sent there. */
  readonly admit: () => Promise<void>;
  /** Resolves when none of its processes is left; never rejects. */
  readonly close: () => Promise<void>;
};

const startLimit: Milliseconds = 90_000;

/**
 * Starts a head that listens on 127.0.0.1 alone, and waits until it takes jobs; rejects with an `EngineError`. Where
 * somebody else takes one of its ports before it does, another one is started on other ports.
 */
export async function startHead(request: HeadRequest): Promise<Head> {
  return within(startLimit, async (limit) => {
    for (;;) {
      const head = await attempt(request, limit);
      if (head) {
        return head;
      }
    }
  });
}

/** Undefined where somebody else took one of its ports. */
async function attempt(request: HeadRequest, limit: AbortSignal): Promise<Head | undefined> {
  const { cpus, token, signal = new AbortController().signal, onLeftover = () => {} } = request;
  const head = await spawnHead(request);
  const close = async () => {
    const leftover = await head.close();
    if (leftover !== undefined) {
      onLeftover(leftover);
    }
  };
  const state = await becomesReady({
    ports: head.ports,
    sharesCpus: cpus !== 0,
    token,
    signal: AbortSignal.any([limit, signal, head.ended]),
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

  const endedAlone = head.ended.aborted;
  await close();
  signal.throwIfAborted();
  // Whoever listens there now is none of its processes.
  const isLost = state === 'taken' || !(await areFree(Object.values(head.ports)));
  if (isLost && !limit.aborted) {
    return undefined;
  }

  throw notStarted(
    isLost ? 'other programs take its ports' : endedAlone ? endText(head) : 'it did not answer',
  );
}

async function areFree(ports: readonly number[]): Promise<boolean> {
  const free = await Promise.all(ports.map(isFree));
  return !free.includes(false);
}

function endText({ said }: HeadProcess): string {
  const last = said().split('\n').at(-1) ?? '';
  return `it ended at once${last && `: ${last}`}`;
}

const notStarted = (why: string): EngineError =>
  new EngineError({
    code: 'ray-head',
    message: `Ray did not start on this machine: ${why}.`,
    hint: 'Try `ray start --head` with the same Python, or give another by --ray-python.',
  });
