import { readFileSync } from 'node:fs';
import { codeOf, UsageError } from '../core/failure.ts';
import { quoted } from './flags.ts';

/** The certificates in the file that `--ray-ca` names; throws a `UsageError` where there are none. */
export function certificatesIn(path: string): string {
  const text = textIn(path);
  // A connection would be tried with anything, and fail for another reason.
  if (!/^-----BEGIN (TRUSTED |X509 )?CERTIFICATE-----/m.test(text)) {
    throw refused(path, 'holds no certificate');
  }

  return text;
}

function textIn(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = codeOf(error) ?? 'unknown';
    throw refused(path, reasons[code] ?? `cannot be read (${code})`, error);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EISDIR: 'is a folder',
  EACCES: 'may not be read',
};

const refused = (path: string, why: string, cause?: unknown): UsageError =>
  new UsageError(`--ray-ca ${quoted(path)} ${why}: give a file with certificates in PEM.`, {
    cause,
  });
