import type { Option } from 'commander';
import { UsageError } from '../core/failure.ts';
import type { Background } from '../core/text/palette.ts';
import { alias, flag, quote } from './flag.ts';
import { anyOf } from '../core/text/listing.ts';

/** When there are colours: where the terminal and the environment want them, or in any case. */
export type ColourChoice = 'auto' | 'always' | 'never';

export type ColourFlags = {
  readonly color?: ColourChoice | undefined;
  readonly theme?: Background | undefined;
};

export type ColourOptions = {
  /** `auto` where left out. */
  readonly color?: ColourChoice;
  /** The background of the terminal; detected if absent. */
  readonly theme?: Background;
};

const choices: readonly ColourChoice[] = ['auto', 'always', 'never'];
const backgrounds: readonly Background[] = ['dark', 'light'];

export function colourFlags(): readonly Option[] {
  const colour = flag('--color <when>', 'auto, always or never (default auto)', oneOf(choices));
  return [
    colour,
    alias('--colour <when>', colour),
    alias('--no-color', colour, 'never'),
    alias('--no-colour', colour, 'never'),
    flag(
      '--theme <background>',
      'colours for a dark or a light background (default: the terminal is asked)',
      oneOf(backgrounds),
    ),
  ];
}

export const colourOptions = ({ color, theme }: ColourFlags): ColourOptions => ({
  ...(color ? { color } : {}),
  ...(theme ? { theme } : {}),
});

const oneOf =
  <Word extends string>(words: readonly Word[]) =>
  (text: string, name: string): Word => {
    const found = words.find((word) => word === text);
    if (found === undefined) {
      const taken = anyOf(words);
      throw new UsageError(`${name} ${quote(text)} is unknown: use ${taken}.`);
    }

    return found;
  };
