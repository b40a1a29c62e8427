import type { Milliseconds } from '../../../core/units.ts';
import { causeLine } from '../api/cause-line.ts';
import type { JobInfo } from '../api/job-info.ts';

/** A job that is pending for longer is told with Ray's reason. */
const pendingPatience: Milliseconds = 20_000;

const cut = 'reconnecting';

/** Tells a remark when it begins to hold, and undefined when none holds any more. */
export function openNotes(onNote: (note: string | undefined) => void, now: () => Milliseconds) {
  const began = now();
  let told: string | undefined;
  const tell = (note: string | undefined) => {
    if (note !== told) {
      told = note;
      onNote(note);
    }
  };

  return {
    informed({ status, message }: JobInfo) {
      if (status !== 'PENDING') {
        if (told !== cut) {
          tell(undefined);
        }

        return;
      }

      const late = now() - began >= pendingPatience;
      tell(late ? causeLine(message ?? '') || 'Ray gives no reason' : undefined);
    },
    cut: () => tell(cut),
    heard: () => tell(undefined),
  };
}
