import { codeOf } from '../../core/failure.ts';

/** A run file that cannot be opened. `readRun` and `listRuns` catch it. */
export class RunFileError extends Error {
  override readonly name = 'RunFileError';
}

/** The problem with a file: the rest of a sentence that begins with its path. */
export function reasonOf(error: unknown): string {
  if (error instanceof RunFileError) {
    return error.message;
  }

  const code = codeOf(error) ?? '';
  // Errors without a system code come from zlib or the JSON parser.
  return reasons[code] ?? (/^E(?!RR_)/.test(code) ? `cannot be read (${code})` : 'is damaged');
}

const reasons: Readonly<Record<string, string>> = {
  Z_BUF_ERROR: 'is cut off',
  ENOENT: 'does not exist',
  EACCES: 'cannot be read (permission denied)',
  EPERM: 'cannot be read (permission denied)',
  ENOTDIR: 'does not exist',
  EISDIR: 'is no file',
};
