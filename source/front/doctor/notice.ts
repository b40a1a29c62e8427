import { openRewrittenRow } from '../progress/rewritten-row.ts';
import { say } from '../say.ts';

/** Says on standard error what is waited for. */
export type Notice = {
  readonly show: (text: string) => void;
  readonly clear: () => void;
};

/** A row that is rewritten; elsewhere one line. */
export function openNotice(program: Pick<NodeJS.Process, 'stderr' | 'env'>): Notice {
  if (program.stderr.isTTY) {
    return openRewrittenRow(program.stderr);
  }

  say(program, 'checking this machine and what else runs on it; this takes a few seconds');
  return { show() {}, clear() {} };
}
