import type { Machine } from '../machine/machine.ts';
import { notReported } from '../report/trust/trust-lines.ts';
import type { Check } from './check.ts';

/** What is known of the time of a single thread. */
export type ThreadAccounts = { readonly onCpu: boolean; readonly waiting: boolean };

/** The runtime, and what a task can know of its own time. */
export const nodeChecks = (
  { node }: Pick<Machine, 'node'>,
  { onCpu, waiting }: ThreadAccounts,
): readonly Check[] => [
  { topic: 'Node', name: 'node', level: 'ok', text: `Node ${node}` },
  accountCheck('cpu-time', 'CPU time of each task', onCpu),
  accountCheck('waiting-time', 'time that each task waits for a CPU', waiting),
];

const accountCheck = (name: string, what: string, known: boolean): Check =>
  known
    ? { topic: 'Node', name, level: 'ok', text: `${what} is known` }
    : { topic: 'Node', name, level: 'unknown', text: `${what}: ${notReported}` };
