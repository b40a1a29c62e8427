import { helpRows } from '../options/help/help-rows.ts';
import { readOptions } from '../options/read-options.ts';
import { columnsOf, type Surroundings } from './surroundings.ts';
import { run } from './run.ts';

/**
 * Does what the command line asks for. The code of a run is loaded in one piece, since each further file delays the
 * first frame; the other commands are loaded on demand.
 */
export async function answer(argv: readonly string[], around: Surroundings): Promise<never> {
  const invocation = readOptions(argv, around.version, around.program.env);
  switch (invocation.type) {
    case 'print':
      return around.ending.finish([helpRows(invocation.text, columnsOf(around))], 0);
    case 'run':
      return run(invocation.options, around);
    case 'replay': {
      const { replay } = await import('./replay.ts');
      return replay(invocation.options, around);
    }
    case 'demo': {
      const { demo } = await import('./demo.ts');
      return demo(invocation.options, around);
    }
    case 'history': {
      const { history } = await import('./history.ts');
      return history(invocation.options, around);
    }
    case 'show': {
      const { show } = await import('./show.ts');
      return show(invocation.options, around);
    }
    case 'doctor': {
      const { doctor } = await import('./doctor.ts');
      return doctor(invocation.options, around);
    }
  }
}
