import type { Background, Colours } from '../text/palette.ts';
import type { Check } from './check.ts';

export type TerminalFacts = {
  /** Why no screen would be shown; absent if one would. */
  readonly without?: 'terminal' | 'cursor' | 'foreground' | 'person';
  readonly columns?: number;
  readonly rows?: number;
  readonly colours: Colours;
  readonly background: Background;
  readonly backgroundFrom: 'answer' | 'flag' | 'variable' | 'default';
  /** Draws with ASCII characters only. */
  readonly ascii: boolean;
  /** Sentences in place of screens. */
  readonly screenReader: boolean;
};

/** Which front end a run would have. */
export const terminalCheck = (facts: TerminalFacts): Check => ({
  topic: 'Terminal',
  name: 'terminal',
  level: 'ok',
  text:
    facts.without === undefined
      ? shownText(facts)
      : `${reasons[facts.without]}: ${unshownText(facts)}`,
});

const reasons: Readonly<Record<NonNullable<TerminalFacts['without']>, string>> = {
  terminal: 'no terminal',
  cursor: 'a terminal that cannot move its cursor (TERM=dumb)',
  foreground: 'in the background of its terminal',
  person: 'a terminal that nobody watches (CI)',
};

const unshownText = ({ colours, ascii }: TerminalFacts): string =>
  `a run starts at once and prints a summary, ${colourTexts[colours]}, ${lettersText(ascii)}`;

function shownText(facts: TerminalFacts): string {
  const { columns, rows, colours, ascii, screenReader } = facts;
  const size = columns && rows ? `${columns} columns x ${rows} rows` : 'of unknown size';
  const background = backgroundText(facts);
  return [
    size,
    colourTexts[colours],
    ...(background === undefined ? [] : [background]),
    lettersText(ascii),
    ...(screenReader ? ['sentences for a screen reader (INK_SCREEN_READER)'] : []),
  ].join(', ');
}

const colourTexts: Readonly<Record<Colours, string>> = {
  none: 'without colours',
  few: '16 colours',
  indexed: '256 colours',
  all: 'all colours',
};

const lettersText = (ascii: boolean): string => (ascii ? 'in ASCII' : 'in UTF-8');

/** Undefined where it makes no difference. */
const backgroundText = ({
  colours,
  background,
  backgroundFrom,
}: TerminalFacts): string | undefined =>
  colours === 'none' || colours === 'few'
    ? undefined
    : `on a ${background} background (${sources[backgroundFrom]})`;

const sources: Readonly<Record<TerminalFacts['backgroundFrom'], string>> = {
  answer: 'as it says',
  flag: 'by --theme',
  variable: 'by COLORFGBG',
  default: 'assumed: it does not say',
};
