import { fstatSync, readSync, statSync } from 'node:fs';
import { isatty } from 'node:tty';
import { codeOf } from '../../core/failure.ts';

const standardInput = 0;
const standardStreams = [standardInput, 1, 2] as const;

/** The standard streams that are terminals, by their descriptors. */
export const terminals = (): readonly number[] => standardStreams.filter((fd) => isatty(fd));

/**
 * Whether a run goes on when its terminal ends: one without a terminal, or under `nohup`. Node resets the signals that
 * its parent ignored before any code of ours runs, so this cannot be read from the signal itself.
 */
export const outlivesHangUp = (): boolean => terminals().length === 0 || isUnreadableNull();

/** GNU nohup opens /dev/null as standard input, for writing only. */
function isUnreadableNull(): boolean {
  try {
    if (fstatSync(standardInput).rdev !== statSync('/dev/null').rdev) {
      return false;
    }
  } catch {
    return false;
  }

  try {
    readSync(standardInput, Buffer.alloc(1));
    return false;
  } catch (error) {
    return codeOf(error) === 'EBADF';
  }
}
