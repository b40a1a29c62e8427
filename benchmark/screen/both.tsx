import { screened } from './arms.tsx';
import { compareArms } from './compare.ts';

// In a terminal: passes with the screen and without it, in turns.

await compareArms((passes) => {
  const { session, settings } = passes;
  return {
    ours: async () => screened(passes),
    other: async () => session.start(await session.prepare(settings)),
  };
});
