import { EngineError } from '../../../core/failure.ts';

/** What a shell reads as more than a part of a word. */
const special = /[\s'"\\$&;|<>()*?[\]{}~#!`]/;

/** Throws where Ray could start a head with this Python but no job: it puts the path into a shell without quotes (Ray 2.60), and dies of it. */
export function requirePlainPath(python: string): void {
  if (special.test(python)) {
    throw new EngineError({
      code: 'ray-python-path',
      message: `Ray runs no jobs with ${python}: it does not quote a path with a blank or another character that a shell reads.`,
      hint: 'Make a link to the folder of that Python environment in a plain path, and pass the Python below it with --ray-python.',
    });
  }
}
