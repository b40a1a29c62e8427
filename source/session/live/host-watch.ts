import type { Timing } from '../../core/timing.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { MeasuringHost } from '../../host/parent/measuring-host.ts';
import { readProcess } from '../../machine/process-account.ts';
import type { System } from '../../machine/system.ts';

export type HostWatchRequest = {
  readonly system: Pick<System, 'readText'>;
  readonly host: Pick<MeasuringHost, 'pid' | 'isBusy' | 'kill'>;
  /** Called with the process that is stopped, and with undefined when it goes on. */
  readonly onChange: (stopped: number | undefined) => void;
  readonly timing: Timing;
};

export type HostWatch = {
  /** The host gave a sign of life. */
  readonly heard: () => void;
  /** From now on a host that gives no sign of life for some 2 s is ended. */
  readonly hurry: () => void;
  readonly stop: () => void;
};

const period: Milliseconds = 500;

/** After this many looks without a sign of life the host counts as stopped where the system does not report it. */
const mostSilent = 10;
const mostSilentInHurry = 4;

/**
 * Notices when a host that has work is stopped, as by SIGSTOP, and when it goes on: by its state in `/proc`, or else
 * because it gives no sign of life. Looks are counted rather than time, so that a stop of this process does not count.
 */
export function watchHost({ system, host, onChange, timing }: HostWatchRequest): HostWatch {
  let stopped: number | undefined;
  let silent = 0;
  let inHurry = false;
  let callOff = () => {};

  const isStopped = (process: number): boolean =>
    readProcess(system, process)?.stopped ?? silent >= mostSilent;

  const look = () => {
    const process = host.isBusy() ? host.pid() : undefined;
    silent = process === undefined ? 0 : silent + 1;
    const now = process !== undefined && isStopped(process) ? process : undefined;
    if (now !== stopped) {
      stopped = now;
      onChange(now);
    }

    if (inHurry && silent > mostSilentInHurry) {
      host.kill();
    }

    callOff = timing.after(period, look);
  };

  callOff = timing.after(period, look);
  return {
    heard: () => void (silent = 0),
    hurry: () => void (inHurry = true),
    stop: () => callOff(),
  };
}
