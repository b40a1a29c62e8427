import { runToEnd } from '../../test/helpers/session/run-to-end.ts';
import { screened } from './arms.tsx';
import { compareArms } from './compare.ts';

// In a terminal: alternate passes with and without the screen.

await compareArms((passes) => {
  const { session, settings } = passes;
  return {
    ours: async () => screened(passes),
    other: async () => runToEnd(session, settings),
  };
});
