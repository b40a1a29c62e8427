import { virtualKeyboard } from '../../output/asciicast/virtual-keyboard.ts';

/** The keyboard of a script, and of the person in front of it, if there is one: what either of them types arrives. */
export type DemoKeyboard = {
  readonly stream: NodeJS.ReadStream;
  /** Takes what a terminal sends for a key. */
  readonly type: (sequence: string) => void;
};

/** `onPerson` is called before anything arrives that the person typed. */
export function openDemoKeyboard(
  person: NodeJS.ReadStream | undefined,
  onPerson: () => void,
): DemoKeyboard {
  const stream = virtualKeyboard();
  return {
    stream: person ? joined(stream, person, onPerson) : stream,
    type: (sequence) => void stream.push(sequence),
  };
}

/** The person's terminal is told what the stream is told: it gives its keys away for as long as they are asked for. */
function joined(
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
        // Once it was paused it takes more than a listener.
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
