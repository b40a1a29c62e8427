import { readFileSync } from 'node:fs';
import { codeOf, UsageError } from '../core/failure.ts';
import { quote } from './flag.ts';

/** The text of a file with certificates; throws a `UsageError` if it has none. */
export function certificatesIn(path: string): string {
  const text = textIn(path);
  // Node takes any text as a CA; the connection would fail later, for another reason.
  if (!/^-----BEGIN (TRUSTED |X509 )?CERTIFICATE-----/m.test(text)) {
    throw certificateError(path, 'contains no certificate');
  }

  return text;
}

/** The text of such a file; undefined for any other. */
export function certificatesIfAny(path: string): string | undefined {
  try {
    return certificatesIn(path);
  } catch {
    return undefined;
  }
}

function textIn(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = codeOf(error) ?? 'unknown';
    throw certificateError(path, reasons[code] ?? `cannot be read (${code})`, error);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EISDIR: 'is a folder',
  EACCES: 'cannot be read (permission denied)',
};

const certificateError = (path: string, why: string, cause?: unknown): UsageError =>
  new UsageError(
    `--ray-ca ${quote(path)} ${why}: pass a file with CA certificates in PEM format.`,
    {
      cause,
    },
  );
