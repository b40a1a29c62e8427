import type { Conditions } from '../machine/conditions.ts';
import type { Machine, OtherLoad } from '../machine/machine.ts';
import type { State } from '../profile/state.ts';
import { nameIn } from '../report/trust/unreported.ts';
import { allOf } from '../text/listing.ts';
import { counted } from '../text/format.ts';
import { topics, type Check, type Topic } from './check.ts';
import { cpuChecks } from './cpu-checks.ts';
import { cacheCheck, runsCheck, type CacheFacts, type RunsFacts } from './folder-checks.ts';
import { memoryCheck } from './memory-check.ts';
import { nodeChecks, type ThreadAccounts } from './node-checks.ts';
import { rayChecks, type RayFacts } from './ray-checks.ts';
import { terminalCheck, type TerminalFacts } from './terminal-check.ts';
import { trustChecks } from './trust-checks.ts';

/** All that was found out. */
export type DoctorFacts = {
  readonly fibtui: string;
  /** ISO 8601. */
  readonly checkedAt: string;
  readonly machine: Machine;
  readonly state: State;
  readonly samples: readonly Conditions[];
  readonly accounts: ThreadAccounts;
  readonly terminal: TerminalFacts;
  readonly ray: Omit<RayFacts, 'machine' | 'cluster'>;
  readonly runs: RunsFacts;
  readonly cache: CacheFacts;
};

/** How far a run on this machine could be trusted. */
export type Diagnosis = {
  readonly version: 1;
  readonly fibtui: string;
  readonly checkedAt: string;
  /** Whether nothing is a warning. */
  readonly ready: boolean;
  readonly sentence: string;
  readonly checks: readonly Check[];
  readonly machine: Machine;
  /** What other programs took in the last seconds; absent if it is not known. */
  readonly load?: OtherLoad;
};

export function diagnosisOf(facts: DoctorFacts): Diagnosis {
  const { fibtui, checkedAt, machine, state } = facts;
  const checks = checksOf(facts);
  const warnings = checks.filter(({ level }) => level === 'warn');
  return {
    version: 1,
    fibtui,
    checkedAt,
    ready: warnings.length === 0,
    sentence: warnings.length > 0 ? warned(warnings) : readyText(checks),
    checks,
    machine,
    ...(state.otherLoad ? { load: state.otherLoad } : {}),
  };
}

function checksOf(facts: DoctorFacts): readonly Check[] {
  const { machine, state, ray } = facts;
  const { cluster } = state;
  const checks = [
    ...cpuChecks(machine),
    ...trustChecks(state, facts.samples),
    memoryCheck(machine),
    terminalCheck(facts.terminal),
    ...nodeChecks(machine, facts.accounts),
    ...rayChecks({ ...ray, machine, ...(cluster ? { cluster } : {}) }),
    runsCheck(facts.runs),
    cacheCheck(facts.cache),
  ];
  return topics.flatMap((topic) => checks.filter((check) => check.topic === topic));
}

function warned(warnings: readonly Check[]): string {
  const verb = warnings.every(isAboutTimes) ? 'distort' : 'spoil';
  return `${counted(warnings.length, 'thing')} would ${verb} a run: ${labelsOf(warnings)}.`;
}

function readyText(checks: readonly Check[]): string {
  const notes = checks.filter(({ level }) => level === 'note');
  const known = 'Ready: nothing that is known here would distort a run';
  if (notes.length === 0) {
    return `${known}.`;
  }

  return `${known}${notes.some(isAboutTimes) ? ' much' : ''}; worth a look: ${labelsOf(notes)}.`;
}

const isAboutTimes = ({ topic }: Check): boolean => topic === 'CPUs' || topic === 'Load';

const labelsOf = (checks: readonly Check[]): string => allOf([...new Set(checks.map(labelOf))]);

/** Other sentences are long, or have colons of their own. */
const labelOf = (check: Check): string => labels[check.topic] ?? nameIn(check);

const labels: Partial<Readonly<Record<Topic, string>>> = {
  Memory: 'memory',
  Python: 'Python',
  Ray: 'Ray',
  Runs: 'saving runs',
  Cache: 'keeping compiled code',
};
