import { openListeners } from '../../core/listeners.ts';
import type { Caption, Demo } from '../../core/session/demo.ts';
import type { Session } from '../../core/session/session.ts';
import type { Timing } from '../../core/timing.ts';
import { advance, type Action, type Progress } from './progress.ts';
import { keySequences, type Step } from './step.ts';

export type ScriptPlayerRequest = {
  readonly script: readonly Step[];
  readonly session: Pick<Session, 'state' | 'subscribe'>;
  readonly timing: Timing;
  /** Whether the session plays recorded runs. */
  readonly recorded: boolean;
  /** Whether somebody can take over. */
  readonly attended: boolean;
  /** Takes the bytes that a terminal sends for a key. */
  readonly type: (sequence: string) => void;
};

export type ScriptPlayer = Demo & {
  /** Plays the script from its beginning. Resolves at its end, and never if it is stopped before. */
  readonly play: () => Promise<void>;
  /** The person takes over: no more keys, no more captions. */
  readonly stop: () => void;
};

/** Plays a script on a session. Its actions depend on the session's events and on the time only. */
export function openScriptPlayer(request: ScriptPlayerRequest): ScriptPlayer {
  const { recorded, attended, type } = request;
  const { say, caption, subscribe } = openCaptions();
  const act = (action: Action) =>
    action.type === 'say' ? say(action.caption) : type(keySequences[action.key]);
  let stop = () => {};
  return {
    recorded,
    attended,
    caption,
    subscribe,
    play: async () =>
      new Promise((resolve) => {
        stop = playScript(request, act, resolve);
      }),
    stop() {
      stop();
      say(undefined);
    },
  };
}

/** Goes on after every event, and when it has waited long enough, until the returned function is called. */
function playScript(
  { script, session, timing }: ScriptPlayerRequest,
  act: (action: Action) => void,
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
    const { actions, ...next } = advance(progress, { state: session.state(), elapsed });
    progress = next;
    actions.forEach(act);
    if (next.due === undefined) {
      stop();
      onEnd();
    } else {
      // Timers may fire a fraction of a millisecond early, and would have to be set again for that fraction.
      callOff = timing.after(Math.ceil(next.due - elapsed), proceed);
    }
  };

  unsubscribe = session.subscribe(proceed);
  proceed();
  return stop;
}

type Captions = Pick<Demo, 'caption' | 'subscribe'> & {
  readonly say: (caption: Caption | undefined) => void;
};

/** Holds one caption at a time. */
function openCaptions(): Captions {
  const listeners = openListeners();
  let current: Caption | undefined;
  return {
    caption: () => current,
    subscribe: listeners.subscribe,
    say(caption) {
      current = caption;
      listeners.notify();
    },
  };
}
