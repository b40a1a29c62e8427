import { readFileSync } from 'node:fs';
import type { Observe } from '../../core/profile/event.ts';
import { samplePeriod } from '../../core/sample-period.ts';
import type { Share } from '../../core/units.ts';
import type { DriverEvent } from '../ray/driver/driver-event.ts';
import { lastCpu } from '../system/last-cpu.ts';

export type Progress = {
  readonly hear: (event: DriverEvent) => void;
  readonly sample: () => void;
  /** Number of tasks that the process has told as finished. */
  readonly done: () => number;
  readonly stop: () => void;
};

type Pass = { readonly tasks: number; readonly pid: number };

/** Samples the one worker of a pass while it runs. Its bar never goes back. */
export function watchProgress({ tasks, pid }: Pass, observe: Observe): Progress {
  let done = 0;
  let share: Share = 0;
  const sample = () => {
    const cpu = cpuOf(pid);
    observe({
      type: 'workers-sampled',
      workers: [{ share, tasks: done, ...(cpu === undefined ? {} : { cpu }) }],
    });
  };
  const timer = setInterval(sample, samplePeriod);
  return {
    hear(event) {
      if (event.ev === 'row') {
        done += event.startMs.length;
      }

      const running = event.ev === 'progress' ? Math.max(0, ...Object.values(event.frac)) : 0;
      share = Math.min(1, Math.max(share, (done + running) / tasks));
    },
    sample,
    done: () => done,
    stop: () => clearInterval(timer),
  };
}

/** The CPU that the process was last seen on; its tasks run on its first thread. */
function cpuOf(pid: number): number | undefined {
  try {
    return lastCpu(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return undefined;
  }
}
