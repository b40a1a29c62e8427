/** The meaning of a piece of text. Only this file decides how a tone looks. */
export type Tone =
  | 'plain'
  | 'strong'
  /** Text of the second rank. */
  | 'quiet'
  /** Empty ends of bars; never text. */
  | 'faint'
  | 'frame'
  | 'cursor'
  /** A key that works now. */
  | 'key'
  /** The speed-up, the loudest thing on a page. */
  | 'answer'
  /** What the workers lost. */
  | 'loss'
  | 'load'
  /** The mark of a check that passed. */
  | 'good'
  /** The mark of something worth a look. */
  | 'note'
  | 'warning'
  | 'first'
  | 'second'
  | 'third'
  | 'fourth';

/** The background behind the text. */
export type Background = 'dark' | 'light';

/** How many colours a terminal shows: none, its own sixteen, 256 of a table, or all. */
export type Colours = 'none' | 'few' | 'indexed' | 'all';

export type Palette = {
  readonly background: Background;
  readonly colours: Colours;
  /** The parameters of SGR (ECMA-48) for each tone; empty for the terminal's own look. */
  readonly codes: Readonly<Record<Tone, string>>;
};

export type PaletteRequest = Pick<Palette, 'background' | 'colours'>;

/** A colour, and the closest one in the table of 256 that has the contrast. */
type Shade = readonly [rgb: string, index: number];

type Shades = Readonly<Record<Exclude<Tone, 'plain' | 'strong'>, Shade>>;

// The hues are those of Okabe and Ito, which every kind of colour vision tells apart; each is as light or as dark as its
// background needs: `test/core/text/palette.test.ts` computes the contrasts.

const onDark: Shades = {
  quiet: ['#9aa5ab', 247],
  faint: ['#4d5a60', 240],
  frame: ['#66757c', 243],
  cursor: ['#56b4e9', 74],
  key: ['#56b4e9', 74],
  answer: ['#f0e442', 227],
  loss: ['#f5a623', 214],
  load: ['#8fb3c4', 110],
  good: ['#2fc796', 42],
  note: ['#f0e442', 227],
  warning: ['#ff7e4d', 209],
  first: ['#56b4e9', 74],
  second: ['#2fc796', 42],
  third: ['#e08fbf', 175],
  fourth: ['#a99bf0', 147],
};

const onLight: Shades = {
  quiet: ['#5c666b', 241],
  faint: ['#b8b8b0', 249],
  frame: ['#9a9a94', 246],
  cursor: ['#0068a3', 25],
  key: ['#0068a3', 25],
  answer: ['#000000', 16],
  loss: ['#9a5700', 94],
  load: ['#3f6b80', 60],
  good: ['#00704f', 23],
  note: ['#6e6100', 58],
  warning: ['#b83a00', 124],
  first: ['#0068a3', 25],
  second: ['#00704f', 23],
  third: ['#a03a78', 96],
  fourth: ['#5a47b3', 61],
};

/** Yellow letters are loud on black alone: on paper the answer is marked as with a pen. */
const marker: Shade = ['#f0e442', 227];

/** What colours are added to. */
const weights: Partial<Readonly<Record<Tone, string>>> = {
  strong: '1',
  cursor: '1',
  key: '1',
  answer: '1',
  good: '1',
  warning: '1',
};

/** Without colours, bold, underline and inverse carry the same meaning; dim is never used for text. */
const colourless: Readonly<Record<Tone, string>> = {
  plain: '',
  strong: '1',
  quiet: '',
  faint: '2',
  frame: '2',
  cursor: '1',
  key: '4',
  answer: '1;7',
  loss: '',
  load: '',
  good: '1',
  note: '1',
  warning: '1',
  first: '',
  second: '',
  third: '',
  fourth: '',
};

/** Nobody knows what a terminal's own sixteen look like: of them only the bright hues that are seen on every background. */
const few: typeof colourless = { ...colourless, loss: '91', second: '95', third: '91' };

/** The looks of all tones. */
export const paletteOf = ({ background, colours }: PaletteRequest): Palette => ({
  background,
  colours,
  codes: codesOf({ background, colours }),
});

function codesOf({ background, colours }: PaletteRequest): Palette['codes'] {
  switch (colours) {
    case 'none':
      return colourless;
    case 'few':
      return few;
    case 'indexed':
      return shaded(background, ([, index]) => `5;${index}`);
    case 'all':
      return shaded(background, ([rgb]) => `2;${partsOf(rgb).join(';')}`);
  }
}

function shaded(background: Background, code: (shade: Shade) => string): Palette['codes'] {
  const shades = background === 'dark' ? onDark : onLight;
  const of = (tone: keyof Shades) =>
    [weights[tone] ?? [], `38;${code(shades[tone])}`].flat().join(';');
  const answer = background === 'dark' ? of('answer') : `${of('answer')};48;${code(marker)}`;
  return {
    plain: '',
    strong: '1',
    quiet: of('quiet'),
    faint: of('faint'),
    frame: of('frame'),
    cursor: of('cursor'),
    key: of('key'),
    answer,
    loss: of('loss'),
    load: of('load'),
    good: of('good'),
    note: of('note'),
    warning: of('warning'),
    first: of('first'),
    second: of('second'),
    third: of('third'),
    fourth: of('fourth'),
  };
}

/** '#56b4e9' → [86, 180, 233] */
const partsOf = (rgb: string): readonly number[] =>
  [1, 3, 5].map((start) => Number.parseInt(rgb.slice(start, start + 2), 16));

/** The text with escape sequences for its tone. */
export function painted(text: string, tone: Tone, { codes }: Palette): string {
  const code = codes[tone];
  return code === '' ? text : `\u001B[${code}m${text}\u001B[m`;
}
