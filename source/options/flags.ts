import { Option } from 'commander';
import { parseCount, parseDecimal, respelled } from '../core/text/read-number.ts';
import { failureOf, describe, UsageError } from '../core/failure.ts';
import { count } from '../core/text/format.ts';
import {
  defaultSettings,
  engineNames,
  isOwnHead,
  ownHead,
  rangeOf,
  type CountName,
  type EngineName,
  type RayTarget,
} from '../core/plan/settings.ts';
import { rayAddress } from '../core/plan/ray-address.ts';
import { outputNames, outputs } from '../output/outputs.ts';
import { workloadNames, workloads, type WorkloadName } from '../core/plan/workload.ts';
import { anyOf } from '../core/text/listing.ts';

export function planFlags(): readonly Option[] {
  const { size, rounds } = defaultSettings;
  const largest = `${count(workloads.list.largest)}, pair to ${count(workloads.pair.largest)}`;
  return [
    numeric('--size <n>', `terms of one sequence: 0 to ${largest} (default ${count(size)})`, {
      like: '50000, 50_000, 50,000, 50k or 5e4',
    }),
    numeric(
      '--tasks <n>',
      `sequences in a round: ${rangeText('tasks')}, auto, cpus or cluster (default auto)`,
      {
        words: ['auto', 'cpus', 'cluster'],
        like: '200',
      },
    ),
    numeric(
      '--workers <n>',
      `workers of the pool: ${rangeText('workers')}, or cpus (default cpus)`,
      {
        words: ['cpus'],
        like: '4',
      },
    ),
    numeric(
      '--rounds <n>',
      `rounds; every engine runs once in each: ${rangeText('rounds')} (default ${rounds})`,
      {
        like: '5',
      },
    ),
    ...workloadFlags(),
    new Option(
      '--force',
      'run even if it needs more than 80 % of the free memory; overwrite the --record file',
    ),
  ];
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
function rangeText(name: Exclude<CountName, 'size'>): string {
  const { least, most } = rangeOf(name, defaultSettings.workload);
  return `${count(least)} to ${count(most)}`;
}

export const rayFlags = (): readonly Option[] => [
  flag(
    '--ray <where>',
    "also run on Ray: its dashboard's URL, or start for a temporary head",
    targetOf,
  ),
  flag('--ray-python <path>', 'the Python with Ray, on the head of the cluster or here', textOf),
  flag('--ray-ca <file>', 'CA certificates for that address (PEM file)', textOf),
  numeric(
    '--ray-rounds <n>',
    `number of rounds that include Ray: ${rangeText('rayRounds')} (default ${defaultSettings.rayRounds})`,
    { like: '3' },
  ),
];

export const outputFlags = (): readonly Option[] => [
  ...flagsOfOutputs((format) => `no screen: run at once and print the report as ${format}`),
  new Option('--quiet', 'show no progress on standard error'),
  new Option('--plain', 'sentences in place of screens, as for a screen reader'),
  ascii(),
];

export const replayOutputFlags = (): readonly Option[] => [
  ...flagsOfOutputs((format) => `no screen: print the report of the saved run as ${format}`),
  new Option('--plain', 'print the results in sentences, as for a screen reader'),
  ascii(),
];

const flagsOfOutputs = (description: (format: string) => string): readonly Option[] =>
  outputNames.flatMap((name) => {
    const { format } = outputs[name];
    return format === undefined ? [] : [new Option(`--${name}`, description(format))];
  });

const ascii = () =>
  new Option('--ascii', 'draw with ASCII characters only (default in a locale without UTF-8)');

export const historyFlags = (): readonly Option[] => [
  new Option('--save', 'save this run to the history, also without a terminal'),
  new Option('--no-history', 'save no run to the history'),
];

const speed = () => decimal('--speed <n>', 'playback speed: 0.1 to 1000 (default 1)', [0.1, 1000]);

export const playFlags = (): readonly Option[] => [
  speed(),
  decimal('--idle-limit <s>', 'cut pauses to this many seconds: 0.1 to 3600', [0.1, 3600]),
];

export const demoFlags = (): readonly Option[] => [
  new Option('--offline', 'play recorded runs and measure nothing'),
  speed(),
  ascii(),
];

/** A flag that takes a number between two others. */
function decimal(
  flags: string,
  description: string,
  [least, most]: readonly [number, number],
): Option {
  return flag(flags, description, (text, name) => {
    const value = parseDecimal(text);
    if (value === undefined || value < least || value > most) {
      throw new UsageError(
        `${name} ${quote(text)} is not a number from ${least} to ${most}: write it like 4 or 0.5.`,
      );
    }

    return value;
  });
}

type Numeric = {
  /** Words that may stand in place of a number. */
  readonly words?: readonly string[];
  /** Examples of numbers. */
  readonly like: string;
};

/** A flag that takes a whole number, or one of some words. */
function numeric(flags: string, description: string, { words = [], like }: Numeric): Option {
  return flag(flags, description, (text, name) => {
    const value = words.includes(text) ? text : parseCount(text);
    if (value === undefined) {
      const wanted = anyOf(['a whole number', ...words]);
      const right = respelled(text) ?? `a number like ${like}`;
      throw new UsageError(`${name} ${quote(text)} is not ${wanted}: write ${right}.`);
    }

    return value;
  });
}

/** A flag that takes a value. Twice is an error: either value could be meant. */
export function flag(
  flags: string,
  description: string,
  parse: (text: string, name: string) => unknown,
): Option {
  const name = flags.replace(/ .*/, '');
  return new Option(flags, description).argParser((text: string, before: unknown) => {
    if (before !== undefined) {
      throw repeatedFlag(name);
    }

    return parse(text, name);
  });
}

export const repeatedFlag = (name: string): UsageError =>
  new UsageError(`${name} is given twice: leave one of them out.`);

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

function targetOf(text: string, name: string): RayTarget {
  if (isOwnHead(text)) {
    return { at: ownHead, from: name };
  }

  try {
    return { at: rayAddress(text, name).base, from: name };
  } catch (error) {
    throw new UsageError(describe(failureOf(error)), { cause: error });
  }
}

/** Throws a `UsageError` for an empty text, and for one that looks like an option. */
export function textOf(text: string, name: string): string {
  if (text.trim() === '') {
    throw new UsageError(`${name} is empty: give a path, or leave it out.`);
  }

  // The user forgot the value, so Commander took the next option.
  if (text.startsWith('-')) {
    throw new UsageError(
      `${name} ${quote(text)} looks like an option: write ./${text} for a file with that name.`,
    );
  }

  return text;
}

export const quote = (text: string): string => JSON.stringify(text);
