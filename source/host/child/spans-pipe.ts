import { Socket } from 'node:net';
import { pipes } from '../border.ts';
import { frameOf, type SpansTold } from '../span-frames.ts';

/** Writes spans as they lie in memory. Resolves when they are in the pipe, or when nobody reads it any more. */
export function openSpansPipe(): (told: SpansTold) => Promise<void> {
  const pipe = new Socket({ fd: pipes.spans, readable: false, writable: true });
  pipe.on('error', () => {});
  return async (told) => {
    pipe.cork();
    const written = frameOf(told).map(
      async (part) => new Promise<void>((resolve) => pipe.write(part, () => resolve())),
    );
    pipe.uncork();
    await Promise.all(written);
  };
}
