import type { Failure } from '../../core/failure.ts';
import { refusedIn, remedies, type Resource } from '../../core/refusal.ts';
import { lowered } from '../../core/text/capitals.ts';

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
    message: `The measuring process ${thrown === undefined ? how : `failed: ${thrown}`}.`,
    hint: hintOf(thrown === undefined ? signal : null, log),
    ...(log.length > 0 ? { log } : {}),
  };
}

export const reportIt = 'Run again; if it happens again, report it with this message.';

function hintOf(signal: Death['signal'], log: Death['log']): string {
  const resource = refusedIn(log.join('\n'));
  if (resource) {
    return `${lacks[resource]}: ${lowered(remedies[resource])}`;
  }

  return signal === 'SIGKILL'
    ? 'Somebody killed it, or the system did because memory ran out: use a smaller size or fewer workers.'
    : reportIt;
}

const lacks: Readonly<Record<Resource, string>> = {
  'address-space': 'The system has too little address space',
  files: 'It could open no more files',
  threads: 'The system allows too few threads',
  memory: 'It ran out of memory',
};
