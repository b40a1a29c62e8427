import type { Failure } from '../../../source/core/failure.ts';
import type { ProfileEvent } from '../../../source/core/profile/event.ts';
import type { OpenHost, Request, Told, Work } from '../../../source/host/border.ts';

/** A host that does what a test says. */
export type FakeHost = {
  /** What it was sent, in order; of work only its type. */
  readonly sent: readonly string[];
  readonly works: readonly Work[];
  readonly tell: (...events: readonly ProfileEvent[]) => void;
  readonly hear: (told: Told) => void;
  /** Answers the work that was asked for last. */
  readonly answer: (failure?: Failure) => void;
  readonly die: (failure?: Failure) => void;
};

export const killed: Failure = {
  code: 'host-died',
  message: 'The measuring process was ended by SIGKILL.',
  hint: 'Run it again.',
};

/** Opens hosts that wait for a test; `hosts` has all of them, the latest last. */
export function fakeHosts(): { readonly open: OpenHost; readonly hosts: readonly FakeHost[] } {
  const hosts: FakeHost[] = [];
  const open: OpenHost = (_setup, hear) => {
    let end: (failure: Failure | undefined) => void = () => {};
    const ended = new Promise<Failure | undefined>((resolve) => (end = resolve));
    const sent: string[] = [];
    const works: Work[] = [];
    let last = 0;
    hosts.push({
      sent,
      works,
      hear,
      tell: (...events) =>
        events.forEach((event) => hear({ type: 'happened', event: { ...event, at: 0 } })),
      answer: (failure) => hear({ type: 'done', id: last, ...(failure ? { failure } : {}) }),
      die: (failure = killed) => end(failure),
    });
    return {
      pid: 1000 + hosts.length,
      ended,
      send(request: Request) {
        sent.push(request.type === 'work' ? request.work.type : request.type);
        if (request.type === 'work') {
          works.push(request.work);
          last = request.id;
        }
      },
      kill: () => end(undefined),
    };
  };
  return { open, hosts };
}
