import { parseCount } from '../../core/text/read-number.ts';
import { commandNames } from '../command-names.ts';
import { flagsOf } from '../commands.ts';
import { longName } from '../flag.ts';

/** What other tools call a flag of ours: hyperfine, make, fzf, asciinema and their like. */
const flagsElsewhere: Readonly<Record<string, string>> = {
  '-w': '--workers',
  '-t': '--workers',
  '-p': '--workers',
  '--jobs': '--workers',
  '--threads': '--workers',
  '--parallel': '--workers',
  '-i': '--rounds',
  '-m': '--rounds',
  '--iterations': '--rounds',
  '--min-runs': '--rounds',
  '--max-runs': '--rounds',
  '--format': '--json',
  '--output': '--json',
  '--export-json': '--json > FILE',
  '-o': '--record FILE',
  '--cols': '--window-size',
  '--rows': '--window-size',
  '--width': '--window-size',
  '--height': '--window-size',
  '-v': '--version',
  '-?': '--help',
};

const wordsElsewhere: Readonly<Record<string, string>> = {
  rec: '--record FILE',
  play: 'replay',
  bench: 'run',
  benchmark: 'run',
  start: 'run',
  list: 'history',
  ls: 'history',
  runs: 'history',
  cat: 'show',
  check: 'doctor',
  all: 'help all',
  '?': 'help',
};

/** What is not needed here, and why. */
const needless: Readonly<Record<string, string>> = {
  '--warmup': 'Every engine is warmed up anyway',
};

export const reasonAgainst = (typed: string): string | undefined => valueOf(needless, typed);

/** Our name for a flag or a command that has another one elsewhere, or that is written in another way here. */
export const ownName = (typed: string): string | undefined =>
  typed.startsWith('-') ? ownFlag(typed) : ownWord(typed);

function ownFlag(typed: string): string | undefined {
  if (typed.startsWith('--help=')) {
    return typed.replace('--help=', 'help ');
  }

  const short = /^-[\w?]/.exec(typed)?.[0] ?? '';
  return valueOf(flagsElsewhere, typed) ?? valueOf(flagsElsewhere, short);
}

function ownWord(typed: string): string | undefined {
  if (parseCount(typed) !== undefined) {
    return `--size ${typed}`;
  }

  if (/^last(?:~\d+)?$|\.json\.gz$/.test(typed)) {
    return `replay ${typed}`;
  }

  return valueOf(wordsElsewhere, typed) ?? (isFlag(`--${typed}`) ? `--${typed}` : undefined);
}

const isFlag = (name: string): boolean =>
  commandNames.some((command) =>
    flagsOf(command).some((flag) => longName(flag) === name && !flag.hidden),
  );

const valueOf = (names: Readonly<Record<string, string>>, typed: string): string | undefined =>
  Object.hasOwn(names, typed) ? names[typed] : undefined;
