import { codeOf } from '../../core/failure.ts';

/** A run file that cannot be opened; caught where it was asked for, and never seen elsewhere. */
export class RunFileError extends Error {
  override readonly name = 'RunFileError';
}

/** What is the matter with a file, as it stands behind its name. */
export function reasonOf(error: unknown): string {
  if (error instanceof RunFileError) {
    return error.message;
  }

  const code = codeOf(error) ?? '';
  // What is no error of the system is one of zlib or of the parser.
  return reasons[code] ?? (/^E(?!RR_)/.test(code) ? `cannot be read (${code})` : 'is damaged');
}

const reasons: Readonly<Record<string, string>> = {
  Z_BUF_ERROR: 'is cut off',
  ERR_BUFFER_TOO_LARGE: 'is too large',
  ENOENT: 'does not exist',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  ENOTDIR: 'does not exist',
  EISDIR: 'is no file',
};
