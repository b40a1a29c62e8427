import type { Palette } from '../core/text/palette.ts';
import { runsFolder } from '../output/run-files/folder.ts';
import type { Paper } from '../output/paper.ts';
import { isReadByRunner } from '../output/runner-commands.ts';
import type { Ending } from './ending/ending.ts';
import { isInBackground } from './foreground.ts';
import { homeFolder } from './home-folder.ts';
import { say } from './say.ts';

/** The program around a front end. */
export type Surroundings = {
  readonly program: NodeJS.Process;
  readonly ending: Ending;
  /** fibtui's own version. */
  readonly version: string;
  /** Versions of the libraries that influence the measurement. */
  readonly libraries: Readonly<Record<string, string>>;
};

/** Whether a terminal can show a screen and pass on its keys. */
export const hasTerminal = (around: Surroundings): boolean =>
  canDraw(around) && !isInBackground(around.program);

/** Whether somebody sits at a terminal that can show a screen. */
export const isAttended = (around: Surroundings): boolean =>
  unattendedBecause(around) === undefined;

/** Why nobody sits at a terminal that can show a screen; undefined if somebody does. */
export function unattendedBecause(
  around: Surroundings,
): 'terminal' | 'cursor' | 'foreground' | 'person' | undefined {
  if (!isTerminal(around)) {
    return 'terminal';
  }

  if (!canDraw(around)) {
    return 'cursor';
  }

  if (isInBackground(around.program)) {
    return 'foreground';
  }

  return isContinuousIntegration(around) ? 'person' : undefined;
}

/** Whether somebody sits at a terminal, if only one of lines. */
export const canTalk = (around: Surroundings): boolean =>
  isTerminal(around) && !isInBackground(around.program) && !isContinuousIntegration(around);

/** Nobody sits at its terminal, if it has one. */
export const isContinuousIntegration = ({
  program: { env },
}: {
  readonly program: Pick<NodeJS.Process, 'env'>;
}): boolean => !['', '0', 'false'].includes(env['CI'] ?? '');

/** Says why no screen comes where one is expected: from a program in the background of its terminal. */
export function explainBackground(around: Surroundings): void {
  const { program } = around;
  if (canDraw(around) && isInBackground(program)) {
    say(program, background);
  }
}

const background =
  'in the background of its terminal it shows no screen and starts at once; `timeout --foreground` keeps it in the foreground.';

const isTerminal = ({ program: { stdin, stdout } }: Surroundings): boolean =>
  stdout.isTTY && stdin.isTTY;

const canDraw = (around: Surroundings): boolean =>
  isTerminal(around) && around.program.env['TERM'] !== 'dumb';

/** Columns of the terminal; undefined elsewhere, and if the terminal does not know its width, when it says 0. */
export const columnsOf = ({ program }: Surroundings): number | undefined =>
  program.stdout.columns || undefined;

type Look = { readonly ascii: boolean; readonly palette: Palette };

export function paperFor(around: Surroundings, look: Look): Paper {
  const columns = columnsOf(around);
  const paper = { ...look, forRunner: isReadByRunner(around.program.env) };
  return columns ? { ...paper, columns } : paper;
}

/** The folder of the user's saved runs. */
export const savedRuns = ({
  program: { env: environment, platform },
}: Surroundings): string | undefined => runsFolder({ environment, home: homeFolder(), platform });
