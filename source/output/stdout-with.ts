type Method = (...given: readonly unknown[]) => unknown;

/** The terminal with some of its properties replaced. */
export const stdoutWith = (
  terminal: NodeJS.WriteStream,
  own: Readonly<Record<string, () => unknown>>,
): NodeJS.WriteStream =>
  new Proxy(terminal, {
    get: (target, name) =>
      typeof name === 'string' && Object.hasOwn(own, name)
        ? own[name]?.()
        : (methodOf(target, name) ?? Reflect.get(target, name)),
  });

/** A method bound to the stream, since it is called on the proxy. */
export function methodOf(stream: NodeJS.WriteStream, name: string | symbol): Method | undefined {
  const value: unknown = Reflect.get(stream, name);
  return typeof value === 'function' ? (value.bind(stream) as Method) : undefined;
}
