import { rm } from 'node:fs/promises';
import { codeOf, type Failure } from '../../core/failure.ts';
import { runFileEnd } from './folder.ts';

/** Deletes a run file, one that cannot be opened as well; undefined once it is gone, whoever did it. */
export async function removeRun(path: string): Promise<Failure | undefined> {
  if (!path.endsWith(runFileEnd)) {
    // The list names what stands in the way of its folder, too.
    return {
      code: 'run-not-removed',
      message: `${path} is no run file.`,
      hint: `Look at it yourself: run files end in ${runFileEnd}.`,
    };
  }

  try {
    await rm(path, { force: true });
    return undefined;
  } catch (error) {
    return {
      code: 'run-not-removed',
      message: `The run file ${path} could not be removed (${codeOf(error) ?? String(error)}).`,
      hint: 'Remove it yourself, or make its folder one that you may write.',
    };
  }
}
