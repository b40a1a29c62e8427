import type { Failure } from '../../core/failure.ts';

export type Death = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The last lines of its standard error. */
  readonly log: readonly string[];
};

/** The failure of whatever the host was doing. Its message is completed by where that was. */
export function deathOf({ code, signal, log }: Death): Failure {
  const thrown = log.find((line) => /^\w*Error(?: \[\w+\])?: /.test(line))?.replace(/\.+$/, '');
  const how = signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
  return {
    code: 'host-died',
    message: `The process that measures ${thrown === undefined ? how : `failed: ${thrown}`}.`,
    hint: hintOf(thrown === undefined ? signal : null, log),
    ...(log.length > 0 ? { log } : {}),
  };
}

/** Where the system refuses a process or a thread. */
export const raiseLimit =
  'Raise the limits of processes and files (ulimit -u, ulimit -n) or of the container, or end other programs.';

const reportIt = 'Run it again; if it happens again, report it with this message.';

function hintOf(signal: Death['signal'], log: Death['log']): string {
  if (log.some((line) => line.includes('out of memory'))) {
    return 'It ran out of memory: take fewer tasks, a smaller size or fewer workers.';
  }

  if (log.some((line) => /EAGAIN|pthread_create|uv_thread_create/.test(line))) {
    return raiseLimit;
  }

  return signal === 'SIGKILL'
    ? 'Somebody killed it, or the system did because memory ran out: take a smaller size or fewer workers.'
    : reportIt;
}
