import { EngineError, type Failure } from '../../core/failure.ts';
import type { Heard, HostPort, HostSetup, OpenHost, Request, Told, Work } from '../border.ts';
import { openInbox } from './inbox.ts';

/** The host ended although nobody asked it to. */
export class HostDiedError extends EngineError {}

/** One running host, and the work that it has been asked for. */
export type Line = Pick<HostPort, 'pid' | 'kill' | 'ended'> & {
  /** Rejects with an `EngineError` if the work fails, with a `HostDiedError` if the host dies. */
  readonly ask: (work: Work) => Promise<void>;
  readonly send: (request: Request) => void;
  /** Whether it has told something that is not heard yet, because it is not whole. */
  readonly isWaiting: () => boolean;
};

export type LineRequest = {
  readonly open: OpenHost;
  readonly setup: HostSetup;
  readonly hear: (heard: Heard) => void;
  /** Called for everything that arrives, heard at once or not. */
  readonly onSign?: () => void;
};

type Waiting = { readonly resolve: () => void; readonly reject: (error: EngineError) => void };

/** Starts a host; throws an `EngineError` if the system refuses it. */
export function openLine({ open, setup, hear, onSign = () => {} }: LineRequest): Line {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  const { take, isWaiting } = openInbox((told) =>
    told.type === 'done' ? answer(told, waiting) : hear(told),
  );
  const port = open(setup, (told) => {
    onSign();
    take(told);
  });
  const ended = port.ended.then((failure) => {
    for (const { reject } of waiting.values()) {
      reject(errorOf(failure));
    }

    waiting.clear();
    return failure;
  });
  return {
    isWaiting,
    pid: port.pid,
    kill: port.kill,
    send: port.send,
    ended,
    ask: async (work) =>
      new Promise((resolve, reject) => {
        const id = asked++;
        waiting.set(id, { resolve, reject });
        port.send({ type: 'work', id, work });
      }),
  };
}

type Done = Extract<Told, { readonly type: 'done' }>;

function answer({ id, failure }: Done, waiting: Map<number, Waiting>): void {
  const { resolve, reject } = waiting.get(id) ?? {};
  waiting.delete(id);
  if (failure) {
    reject?.(new EngineError(failure));
  } else {
    resolve?.();
  }
}

/** A host that was refused, or that we have ended ourselves, has not died. */
const errorOf = (failure: Failure = endedByUs): EngineError =>
  failure.code === 'host-died' ? new HostDiedError(failure) : new EngineError(failure);

/** Nobody waits for the rest of the work. */
const endedByUs: Failure = {
  code: 'host-ended',
  message: 'The measuring process was ended.',
  hint: 'Run it again.',
};
