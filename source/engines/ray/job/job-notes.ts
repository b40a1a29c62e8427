import type { Milliseconds } from '../../../core/units.ts';
import { causeLine } from '../api/cause-line.ts';
import type { JobInfo } from '../api/job-info.ts';

/** A job that is pending for longer gets a note with Ray's reason. */
const pendingDelay: Milliseconds = 20_000;

const cut = 'reconnecting';

/** Reports a note when it starts to apply, and undefined when none applies any more. */
export function openNotes(onNote: (note: string | undefined) => void, now: () => Milliseconds) {
  const began = now();
  let current: string | undefined;
  const change = (note: string | undefined) => {
    if (note !== current) {
      current = note;
      onNote(note);
    }
  };

  return {
    update({ status, message }: JobInfo) {
      if (status !== 'PENDING') {
        if (current !== cut) {
          change(undefined);
        }

        return;
      }

      const late = now() - began >= pendingDelay;
      change(late ? causeLine(message ?? '') || 'Ray gives no reason' : undefined);
    },
    cut: () => change(cut),
    clear: () => change(undefined),
  };
}
