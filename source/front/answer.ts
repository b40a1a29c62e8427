import { readOptions } from '../options/options.ts';
import type { Host } from './host.ts';
import { run } from './run.ts';

/**
 * Does what the command line asks for. What most starts need comes in one piece, since every file more delays the
 * first frame; the other front ends are loaded when they are asked for.
 */
export async function answer(argv: readonly string[], host: Host): Promise<never> {
  const invocation = readOptions(argv, host.version, host.program.env);
  switch (invocation.type) {
    case 'print':
      return host.ending.finish(invocation.text, 0);
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
