import { openListeners } from '../../core/listeners.ts';
import { paletteOf, type Palette } from '../../core/text/palette.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { ColourOptions } from '../../options/colour-flags.ts';
import { backgroundIn, backgroundQuestion, guessedBackground } from './background.ts';
import { coloursOf, coloursOfCast } from './colour-count.ts';

/** The look of what is written to standard output. The terminal is asked for its background after the first frame. */
export type TerminalPalette = {
  readonly palette: () => Palette;
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks the terminal for its background, where the answer makes a difference; else returns false. */
  readonly ask: () => boolean;
  /** Takes what the terminal has answered to a question, maybe to this one. */
  readonly onAnswer: (text: string) => void;
};

type Program = Pick<NodeJS.Process, 'env' | 'stdout'>;

/** Later than this the user has begun to read, so nothing changes. */
export const longestWait: Milliseconds = 1000;

export function openPalette(
  { color = 'auto', theme }: ColourOptions,
  program: Program,
): TerminalPalette {
  const { env: environment, stdout } = program;
  const colours = coloursOf(color, { environment, isTerminal: stdout.isTTY });
  const listeners = openListeners();
  let palette = paletteOf({ background: theme ?? guessedBackground(environment), colours });
  let asked = Number.NEGATIVE_INFINITY;
  return {
    palette: () => palette,
    subscribe: listeners.subscribe,
    ask() {
      // The Linux console has few colours and would print the question.
      const matters = colours === 'indexed' || colours === 'all';
      const asks = matters && !theme && stdout.isTTY && environment['TERM'] !== 'linux';
      if (asks) {
        asked = performance.now();
        stdout.write(backgroundQuestion);
      }

      return asks;
    },
    onAnswer(text) {
      const background = backgroundIn(text);
      const isLate = performance.now() - asked > longestWait;
      if (background && !isLate && background !== palette.background) {
        palette = paletteOf({ background, colours });
        listeners.notify();
      }
    },
  };
}

/** The look of a recording that no terminal shows while it is made. */
export const castPalette = (
  { color = 'auto', theme = 'dark' }: ColourOptions,
  { env }: Pick<Program, 'env'>,
): Palette => paletteOf({ background: theme, colours: coloursOfCast(color, env) });

/** A look that stays. */
export const fixedPalette = (palette: Palette): Pick<TerminalPalette, 'palette' | 'subscribe'> => ({
  palette: () => palette,
  subscribe: () => () => {},
});
