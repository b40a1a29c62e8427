import { virtualKeyboard } from '../../output/asciicast/virtual-terminal.ts';

/** Delivers the keys of a script and of the person, if there is one. */
export type DemoKeyboard = {
  readonly stream: NodeJS.ReadStream;
  /** Takes the bytes that a terminal sends for a key. */
  readonly type: (sequence: string) => void;
};

/** Calls `onPerson` before each key that the person pressed arrives. */
export function openDemoKeyboard(
  person: NodeJS.ReadStream | undefined,
  onPerson: () => void,
): DemoKeyboard {
  const stream = virtualKeyboard();
  return {
    stream: person ? withPerson(stream, person, onPerson) : stream,
    type: (sequence) => void stream.push(sequence),
  };
}

/** Passes raw mode on to the person's terminal, and its keys to the stream while raw mode is on. */
function withPerson(
  stream: NodeJS.ReadStream,
  person: NodeJS.ReadStream,
  onPerson: () => void,
): NodeJS.ReadStream {
  const onData = (bytes: Uint8Array) => {
    onPerson();
    stream.push(bytes);
  };
  return Object.assign(stream, {
    setRawMode(raw: boolean) {
      person.setRawMode(raw);
      person.off('data', onData);
      if (raw) {
        person.on('data', onData);
        // A stream that was paused explicitly stays so when a listener is added.
        person.resume();
      } else {
        person.pause();
      }

      return stream;
    },
    ref: () => person.ref(),
    unref: () => person.unref(),
  });
}
