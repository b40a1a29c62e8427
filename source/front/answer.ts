import { readOptions } from '../options/options.ts';
import type { Host } from './host.ts';
import { run } from './run.ts';

/**
 * Does what the command line asks for. The code of a run is loaded in one piece, since each further file delays the
 * first frame; the other commands are loaded on demand.
 */
export async function answer(argv: readonly string[], host: Host): Promise<never> {
  const invocation = readOptions(argv, host.version, host.program.env);
  switch (invocation.type) {
    case 'print':
      return host.ending.finish([invocation.text], 0);
    case 'run':
      return run(invocation.options, host);
    case 'replay': {
      const { replay } = await import('./replay.ts');
      return replay(invocation.options, host);
    }
    case 'demo': {
      const { demo } = await import('./demo.ts');
      return demo(invocation.options, host);
    }
  }
}
