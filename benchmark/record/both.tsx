import { openCast } from '../../source/front/cast.ts';
import { screened } from '../screen/arms.tsx';
import { compareArms } from '../screen/compare.ts';
import type { Passes } from '../screen/passes.ts';

// In a terminal: passes with the screen, alternately recorded and not.

await compareArms((passes, file) => ({
  ours: async () => recorded(passes, `${file}.cast`),
  other: async () => screened(passes),
}));

/** Records every pass to the same file, over the previous one. */
async function recorded(passes: Passes, path: string): Promise<void> {
  let close = (_code: number) => {};
  const cast = openCast({
    asked: { record: { path, version: 2 }, overwrite: true },
    terminal: process.stdout,
    program: process,
    session: passes.session,
    ending: { lastly: (given) => void (close = given) },
  });
  if (!cast) {
    throw new Error('Nothing is recorded.');
  }

  await screened(passes, { stdout: cast.stdout, onKey: cast.typed });
  close(0);
}
