import type { Demo } from '../../core/session/demo.ts';
import type { Session } from '../../core/session/session.ts';
import type { Timing } from '../../core/timing.ts';
import { advanced, type Deed, type Progress } from './progress.ts';
import { keySequences, type Step } from './step.ts';
import { openWords } from './words.ts';

export type ScriptPlayerRequest = {
  readonly script: readonly Step[];
  readonly session: Pick<Session, 'state' | 'subscribe'>;
  readonly timing: Timing;
  /** Whether what is seen was recorded. */
  readonly recorded: boolean;
  /** Takes what a terminal sends for a key. */
  readonly type: (sequence: string) => void;
};

/** A script that is played. */
export type Performance = Demo & {
  /** Plays it from its beginning; resolves at its end, and never where it is stopped before. */
  readonly play: () => Promise<void>;
  /** Somebody takes over: no key is pressed any more, and nothing is said. */
  readonly stop: () => void;
};

/** Plays a script on a session. What it does follows from the session's events and from the time, and nothing else. */
export function openScriptPlayer(request: ScriptPlayerRequest): Performance {
  const { recorded, type } = request;
  const { say, caption, subscribe } = openWords();
  const perform = (deed: Deed) =>
    deed.type === 'say' ? say(deed.caption) : type(keySequences[deed.key]);
  let stop = () => {};
  return {
    recorded,
    caption,
    subscribe,
    play: async () =>
      new Promise((resolve) => {
        stop = playing(request, perform, resolve);
      }),
    stop() {
      stop();
      say(undefined);
    },
  };
}

/** Goes on after every event, and when it has waited long enough, until the returned function is called. */
function playing(
  { script, session, timing }: ScriptPlayerRequest,
  perform: (deed: Deed) => void,
  onEnd: () => void,
): () => void {
  const began = timing.now();
  let progress: Progress = { left: script };
  let callOff = () => {};
  let unsubscribe = () => {};
  const stop = () => {
    callOff();
    unsubscribe();
  };

  const proceed = () => {
    callOff();
    const elapsed = timing.now() - began;
    const { deeds, ...next } = advanced(progress, { state: session.state(), elapsed });
    progress = next;
    deeds.forEach(perform);
    if (next.due === undefined) {
      stop();
      onEnd();
    } else {
      // Whole: a timer that is early by a part of a millisecond would be set anew for that.
      callOff = timing.after(Math.ceil(next.due - elapsed), proceed);
    }
  };

  unsubscribe = session.subscribe(proceed);
  proceed();
  return stop;
}
