import { realSystem } from '../machine/real-system.ts';
import type { OpenHost, Request } from './border.ts';
import { serve } from './child/serve.ts';
import { frameOf, openFrames } from './span-frames.ts';

/** A host in this process, for tests and tools. What crosses the border is copied, as between two processes. */
export const openInProcess: OpenHost = (setup, hear) => {
  let open = true;
  let end: (failure: undefined) => void = () => {};
  const ended = new Promise<undefined>((resolve) => (end = resolve));
  const hearFrames = openFrames(hear);
  const server = serve({
    setup: structuredClone(setup),
    async tell(told) {
      if (!open) {
        return;
      }

      if (told.type === 'spans') {
        frameOf(told).forEach(hearFrames);
      } else {
        hear(structuredClone(told));
      }
    },
    system: realSystem,
    watcher: undefined,
    stops: async () => 0,
  });
  return {
    pid: undefined,
    ended,
    send: (request: Request) => server.hear(structuredClone(request)),
    kill() {
      open = false;
      end(undefined);
    },
  };
};
