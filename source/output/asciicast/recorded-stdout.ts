import type { WindowSize } from './format.ts';

export type RecordedStdoutRequest = {
  readonly terminal: NodeJS.WriteStream;
  /** What is drawn for now, whatever the terminal says of itself. */
  readonly window: () => WindowSize;
  readonly record: (text: string) => void;
};

/** The terminal itself, but for its size and that what it is given is recorded too. */
export function recordedStdout(request: RecordedStdoutRequest): NodeJS.WriteStream {
  const { terminal, window, record } = request;
  const decoder = new TextDecoder();

  const write = (chunk: string | Uint8Array, ...rest: readonly unknown[]): unknown => {
    // The terminal comes first: what it refuses, nobody has seen.
    const taken = methodOf(terminal, 'write')?.(chunk, ...rest);
    record(typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }));
    return taken;
  };

  return new Proxy(terminal, {
    get(target, name) {
      switch (name) {
        case 'columns':
        case 'rows':
          return window()[name];
        case 'write':
          return write;
        default:
          return methodOf(target, name) ?? Reflect.get(target, name);
      }
    },
  });
}

type Method = (...given: readonly unknown[]) => unknown;

/** A method that works on the stream itself, whatever it is called on. */
function methodOf(stream: NodeJS.WriteStream, name: string | symbol): Method | undefined {
  const value: unknown = Reflect.get(stream, name);
  return typeof value === 'function' ? (value.bind(stream) as Method) : undefined;
}
