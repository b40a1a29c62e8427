import { screened } from './arms.tsx';
import { compareArms } from './compare.ts';

// In a terminal: alternate passes with and without the screen.

await compareArms((passes) => {
  const { session, settings } = passes;
  return {
    ours: async () => screened(passes),
    other: async () => session.start(await session.prepare(settings)),
  };
});
