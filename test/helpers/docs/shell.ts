import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program with its arguments. */
export type Call = readonly [program: string, ...words: string[]];

const endOfCall = '\n';

/** Stands in for a program: writes down how it was called. */
const recorder = [
  '#!/bin/sh',
  `printf '%s\\0' "\${0##*/}" "$@" '${endOfCall}' >> "$CALLS"`,
  '',
].join('\n');

/**
 * The calls that a line is to `sh`, in their order, so that quotes, comments, pipes and redirections mean what they mean
 * to a shell. Nothing but these programs is on its PATH, and they only write down how they were called.
 */
export function callsOf(line: string, programs: readonly string[]): readonly Call[] {
  const folder = mkdtempSync(join(tmpdir(), 'fibtui-docs-'));
  try {
    const [path, calls] = [join(folder, 'path'), join(folder, 'calls')];
    mkdirSync(path);
    writeFileSync(calls, '');
    for (const name of programs) {
      writeFileSync(join(path, name), recorder, { mode: 0o755 });
    }

    const env = { PATH: path, CALLS: calls };
    const { status, stderr } = spawnSync('/bin/sh', ['-ec', line], { cwd: folder, env });
    if (status !== 0) {
      throw new Error(`${line}\n${stderr.toString()}`);
    }

    return readFileSync(calls, 'utf8')
      .split(`\0${endOfCall}\0`)
      .slice(0, -1)
      .map((call) => call.split('\0') as [string, ...string[]]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
