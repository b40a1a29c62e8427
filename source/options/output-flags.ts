import type { Option } from 'commander';
import { formatOf, outputNames } from '../output/formats.ts';
import { alias, decimal, toggle } from './flag.ts';

export const outputFlags = (): readonly Option[] => [
  ...formatFlags((format) => `no screen: run at once and print the report as ${format}`),
  toggle('-q, --quiet', 'show no progress on standard error'),
  toggle('--plain', 'sentences in place of screens, as for a screen reader'),
  ascii(),
];

export const replayOutputFlags = (): readonly Option[] => [
  ...formatFlags((format) => `no screen: print the report of the saved run as ${format}`),
  toggle('--plain', 'print the results in sentences, as for a screen reader'),
  ascii(),
];

export const showOutputFlags = (): readonly Option[] => [
  ...formatFlags((format) => `print its report as ${format}`),
  toggle('--plain', 'print its results in sentences, as for a screen reader'),
  ascii(),
];

/** For a command that prints a text or JSON. */
export const textFlags = (what: string): readonly Option[] => [
  toggle('--json', `print ${what} as JSON`),
  ascii(),
];

/** A flag for each output that has a format. */
const formatFlags = (description: (format: string) => string): readonly Option[] =>
  outputNames.flatMap((name) => {
    const format = formatOf(name);
    return format === undefined ? [] : [toggle(`--${name}`, description(format))];
  });

const ascii = (): Option =>
  toggle('--ascii', 'draw with ASCII characters only (default in a locale without UTF-8)');

export const historyFlags = (): readonly Option[] => [
  toggle('--save', 'save this run to the history, also without a terminal'),
  toggle('--no-history', 'save no run to the history'),
];

const speed = (): Option =>
  decimal('--speed <n>', 'playback speed: 0.1 to 1000 (default 1)', [0.1, 1000]);

export function playFlags(): readonly Option[] {
  const limit = decimal(
    '--idle-time-limit <s>',
    'cut pauses to this many seconds: 0.1 to 3600',
    [0.1, 3600],
  );
  return [speed(), limit, alias('--idle-limit <s>', limit)];
}

export const offlineFlag = (): Option =>
  toggle('--offline', 'play recorded runs and measure nothing');

export const demoFlags = (): readonly Option[] => [offlineFlag(), speed(), ascii()];
