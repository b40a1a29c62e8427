import type { Option } from 'commander';
import { UsageError } from '../core/failure.ts';
import {
  defaultSettings,
  engineNames,
  rangeOf,
  type CountName,
  type EngineName,
} from '../core/plan/settings.ts';
import { workloadNames, workloads, type WorkloadName } from '../core/plan/workload.ts';
import { count } from '../core/text/format.ts';
import { anyOf } from '../core/text/listing.ts';
import { alias, flag, numeric, quote, toggle } from './flag.ts';
import { waitFlag } from './wait-flag.ts';

export const planFlags = (): readonly Option[] => [
  sizeFlag(),
  tasksFlag(),
  workersFlag(),
  ...roundsFlags(),
  ...workloadFlags(),
  toggle('--force', 'run even if it needs more than 80 % of the free memory'),
  waitFlag(),
];

function sizeFlag(): Option {
  const largest = `${count(workloads.list.largest)}, pair to ${count(workloads.pair.largest)}`;
  return numeric(
    '-s, --size <n>',
    `terms of one sequence: 0 to ${largest} (default ${count(defaultSettings.size)})`,
    { like: '50000, 50_000, 50,000, 50k or 5e4' },
  );
}

const tasksFlag = (): Option =>
  numeric(
    '-n, --tasks <n>',
    `sequences in a round: ${rangeText('tasks')}, auto, cpus or cluster (default auto)`,
    { words: ['auto', 'cpus', 'cluster'], like: '200' },
  );

const workersFlag = (): Option =>
  numeric(
    '-j, --workers <n>',
    `workers of the pool: ${rangeText('workers')}, or cpus (default cpus)`,
    { words: ['cpus'], like: '4' },
  );

function roundsFlags(): readonly Option[] {
  const rounds = numeric(
    '-r, --rounds <n>',
    `rounds; every engine runs once in each: ${rangeText('rounds')} (default ${defaultSettings.rounds})`,
    { like: '5' },
  );
  return [rounds, alias('--repeats <n>', rounds), alias('--runs <n>', rounds)];
}

function workloadFlags(): readonly Option[] {
  const { workload, engines } = defaultSettings;
  return [
    flag('--workload <name>', `${anyOf(workloadNames)} (default ${workload})`, workloadOf),
    flag(
      '--engines <names>',
      `any of ${engineNames.join(', ')} (default ${engines.join()})`,
      enginesOf,
    ),
  ];
}

/** "1 to 1,024". */
export function rangeText(name: Exclude<CountName, 'size'>): string {
  const { least, most } = rangeOf(name, defaultSettings.workload);
  return `${count(least)} to ${count(most)}`;
}

function workloadOf(text: string): WorkloadName {
  const found = workloadNames.find((name) => name === text);
  if (!found) {
    throw new UsageError(`--workload ${quote(text)} is unknown: use ${anyOf(workloadNames)}.`);
  }

  return found;
}

/** More bars would not fit a screen, and each case holds threads and memory of its own. */
const mostCases = 8;

function enginesOf(text: string): readonly EngineName[] {
  const parts = text.split(',');
  if (parts.length > mostCases) {
    throw new UsageError(
      `--engines names ${parts.length} engines: use ${mostCases} at most, separated by commas.`,
    );
  }

  return parts.map((part) => {
    const found = engineNames.find((name) => name === part.trim());
    if (!found) {
      const what =
        part.trim() === '' ? 'has an empty name' : `names the unknown engine ${quote(part)}`;
      throw new UsageError(
        `--engines ${quote(text)} ${what}: use any of ${engineNames.join(', ')}, separated by commas.`,
      );
    }

    return found;
  });
}
