import { virtualKeyboard } from '../../output/asciicast/virtual-terminal.ts';
import { afterInput, afterPause, longestPause, noInput, type Taken } from './terminal-input.ts';

/**
 * The keys and pastes of a terminal, while raw mode is on. What it sends on its own does not come through; the answers to
 * what it was asked go to `onAnswer`.
 */
export function keyboardOf(
  terminal: NodeJS.ReadStream,
  onAnswer: (text: string) => void = () => {},
): NodeJS.ReadStream {
  const stream = virtualKeyboard();
  const pause = openPause();
  let state = noInput;
  let decoder = new TextDecoder();

  const take = (taken: Taken) => {
    state = taken.state;
    if (taken.keys !== '') {
      stream.push(taken.keys);
    }

    taken.answers.forEach(onAnswer);
    pause.await(longestPause(state), () => take(afterPause(state)));
  };
  const onData = (bytes: Uint8Array) =>
    take(afterInput(state, decoder.decode(bytes, { stream: true })));

  const listen = () => {
    terminal.on('data', onData);
    // A stream that was paused explicitly stays so when a listener is added.
    terminal.resume();
  };
  const leave = () => {
    terminal.pause();
    pause.forget();
    state = noInput;
    decoder = new TextDecoder();
  };

  return Object.assign(stream, {
    setRawMode(raw: boolean) {
      terminal.setRawMode(raw);
      terminal.off('data', onData);
      (raw ? listen : leave)();
      return stream;
    },
    ref: () => terminal.ref(),
    unref: () => terminal.unref(),
  });
}

type Pause = {
  /** Calls `onPause` after a time in which nothing arrives; in place of the call before. */
  readonly await: (time: number | undefined, onPause: () => void) => void;
  readonly forget: () => void;
};

function openPause(): Pause {
  let timer: NodeJS.Timeout | undefined;
  let turn: NodeJS.Immediate | undefined;
  const forget = () => {
    clearTimeout(timer);
    clearImmediate(turn);
  };
  return {
    await(time, onPause) {
      forget();
      if (time !== undefined) {
        timer = setTimeout(() => {
          // A program that was held up finds its timer due before it has read what has come since.
          turn = setImmediate(onPause);
        }, time);
      }
    },
    forget,
  };
}
