import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { spansOf } from '../../source/core/profile/build-spans.ts';
import type { Span } from '../../source/core/profile/span.ts';
import type { Report } from '../../source/core/report/report.ts';
import { environment, program, root } from '../../test/helpers/terminal/terminal.ts';

/** The built program without a screen. */
export type Headless = {
  readonly pid: number;
  /** Rejects if a pass failed. */
  readonly report: Promise<Report>;
};

/** Runs the built program with `--json`. `launcher` is a command that execs the program, such as taskset. */
export function openHeadless(args: readonly string[], launcher: readonly string[] = []): Headless {
  const all = [...launcher, process.execPath, program, '--json', '--no-history', ...args];
  const [file = '', ...rest] = all;
  const child = spawn(file, rest, {
    cwd: root,
    env: environment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { pid: child.pid ?? 0, report: reportOf(args, ended, text(child.stdout)) };
}

export const reportWith = async (...args: readonly string[]): Promise<Report> =>
  openHeadless(args).report;

async function reportOf(
  args: readonly string[],
  ended: Promise<number | null>,
  printed: Promise<string>,
): Promise<Report> {
  const code = await ended;
  if (code !== 0) {
    throw new Error(`fibtui --json ${args.join(' ')} ended with ${code}.`);
  }

  const report = JSON.parse(await printed) as Report;
  return { ...report, passes: report.passes.map(withSpans) };
}

/** The JSON has a row for every task. */
function withSpans(pass: Report['passes'][number]): Report['passes'][number] {
  return pass.status === 'finished'
    ? { ...pass, spans: spansOf(pass.spans as unknown as readonly Span[]) }
    : pass;
}
