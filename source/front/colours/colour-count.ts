import { WriteStream } from 'node:tty';
import type { Colours } from '../../core/text/palette.ts';
import type { ColourChoice } from '../../options/colour-flags.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export type Target = {
  readonly environment: Environment;
  readonly isTerminal: boolean;
};

/** The colours of what is written to a terminal, or to something else. */
export function coloursOf(choice: ColourChoice, { environment, isTerminal }: Target): Colours {
  const asked = askedFor(choice, environment);
  if (asked === undefined) {
    return isTerminal && environment['CLICOLOR'] !== '0' ? detected(environment) : 'none';
  }

  if (asked === 'some') {
    const found = detected(environment);
    return found === 'none' ? 'few' : found;
  }

  return asked;
}

/** The colours of a recording that no terminal shows while it is made: whoever plays it may have all of them. */
export function coloursOfCast(choice: ColourChoice, environment: Environment): Colours {
  const asked = askedFor(choice, environment);
  return asked === undefined || asked === 'some' ? 'all' : asked;
}

/**
 * The colours that the user asks for, whatever the terminal can show; undefined where the terminal decides. A flag goes
 * before NO_COLOR (no-color.org), NO_COLOR before FORCE_COLOR (force-color.org; its numbers are Node's), and that before
 * CLICOLOR_FORCE (bixense.com/clicolors).
 */
function askedFor(choice: ColourChoice, environment: Environment): Colours | 'some' | undefined {
  const { NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE } = environment;
  if (choice !== 'auto') {
    return choice === 'always' ? 'some' : 'none';
  }

  if (NO_COLOR) {
    return 'none';
  }

  if (FORCE_COLOR) {
    return forced[FORCE_COLOR] ?? 'some';
  }

  return CLICOLOR_FORCE && CLICOLOR_FORCE !== '0' ? 'some' : undefined;
}

const forced: Readonly<Record<string, Colours>> = {
  0: 'none',
  false: 'none',
  1: 'few',
  2: 'indexed',
  3: 'all',
};

/** What the environment says of the terminal, by Node's rules. */
function detected(environment: Environment): Colours {
  const { NO_COLOR: _no, NODE_DISABLE_COLORS: _node, FORCE_COLOR: _force, ...rest } = environment;
  switch (WriteStream.prototype.getColorDepth(rest)) {
    case 24:
      return 'all';
    case 8:
      return 'indexed';
    case 4:
      return 'few';
    default:
      return 'none';
  }
}
