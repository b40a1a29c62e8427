import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import {
  painted,
  paletteOf,
  type Background,
  type Colours,
  type Palette,
  type Tone,
} from '../../../source/core/text/palette.ts';

/** Black and white, and what stands behind the text in Solarized dark and light. */
const papers: Readonly<Record<Background, readonly string[]>> = {
  dark: ['#000000', '#002b36'],
  light: ['#ffffff', '#fdf6e3'],
};

/** In the terminal's own colour, which its user has chosen for its background. */
const own: ReadonlySet<Tone> = new Set(['plain', 'strong']);

const least = { text: 4.5, mark: 3, frame: 1.5 } as const;

/** Frames and the empty ends of bars say nothing: they need only be there. */
const leastOf = (tone: Tone): number =>
  tone === 'faint' || tone === 'frame' ? least.frame : least.text;

const all = (background: Background, colours: Colours) => paletteOf({ background, colours });

const tonesOf = ({ codes }: Palette) =>
  (Object.keys(codes) as readonly Tone[]).filter((tone) => !own.has(tone));

for (const background of ['dark', 'light'] as const) {
  for (const colours of ['indexed', 'all'] as const) {
    test(`every tone is read on every ${background} background with ${colours} colours`, () => {
      const palette = all(background, colours);
      for (const tone of tonesOf(palette)) {
        for (const paper of papers[background]) {
          const { ink, ground = paper } = lookOf(palette.codes[tone]);
          const seen = contrast(ink, ground);
          assert.ok(seen >= leastOf(tone), `${tone} on ${paper}: ${seen.toFixed(2)}`);
        }
      }
    });
  }
}

test('of a terminal’s own sixteen colours only bright ones are taken, and they are seen as marks', () => {
  for (const background of ['dark', 'light'] as const) {
    for (const code of Object.values(all(background, 'few').codes)) {
      const colour = /(?:^|;)(9\d)/.exec(code)?.[1];
      assert.match(code, /^(|[1247](;[1247])*|9[15])$/);
      if (colour !== undefined) {
        for (const paper of papers[background]) {
          const seen = contrast(brightOf(colour, paper), paper);
          assert.ok(seen >= least.mark, `${colour} on ${paper}: ${seen.toFixed(2)}`);
        }
      }
    }
  }
});

test('without colours bold, underline and inverse stay, and no text is dim', () => {
  const { codes } = all('dark', 'none');
  assert.equal(codes.strong, '1');
  assert.equal(codes.key, '4');
  assert.equal(codes.answer, '1;7');
  const dim = (Object.keys(codes) as readonly Tone[]).filter((tone) => /2/.test(codes[tone]));
  assert.deepEqual(dim, ['faint', 'frame']);
});

test('a tone is the same hue on dark and on light backgrounds', () => {
  const [dark, light] = [all('dark', 'all'), all('light', 'all')];
  for (const tone of tonesOf(dark)) {
    const [one, other] = [lookOf(dark.codes[tone]), lookOf(light.codes[tone])];
    // The answer is yellow on black, and marked yellow on white.
    const [first, second] = [hueOf(one.ink), hueOf(other.ground ?? other.ink)];
    if (first !== undefined && second !== undefined) {
      const apart = Math.abs(((first - second + 540) % 360) - 180);
      assert.ok(apart <= 25, `${tone}: ${first.toFixed(0)} and ${second.toFixed(0)} degrees`);
    }
  }
});

test('what is painted has its text, and nothing around it where its tone has no look', () => {
  const palette = all('dark', 'all');
  assert.equal(painted('as it is', 'plain', palette), 'as it is');
  assert.equal(painted('bold', 'strong', palette), '\x1b[1mbold\x1b[m');
  assert.equal(stripVTControlCharacters(painted('1.73', 'answer', palette)), '1.73');
});

type Look = { readonly ink: string; readonly ground?: string };

/** The colours behind SGR parameters. */
function lookOf(code: string): Look {
  const ink = colourOf(38, code);
  const ground = colourOf(48, code);
  assert.ok(ink, `no colour in ${code}`);
  return { ink, ...(ground === undefined ? {} : { ground }) };
}

function colourOf(plane: 38 | 48, code: string): string | undefined {
  const [, rgb, index] =
    new RegExp(String.raw`(?:^|;)${plane};(?:2;(\d+;\d+;\d+)|5;(\d+))`).exec(code) ?? [];
  if (rgb !== undefined) {
    return hex(rgb.split(';').map(Number));
  }

  return index === undefined ? undefined : hex(tableColour(Number(index)));
}

/** Of the 256: a cube of 6 × 6 × 6, and 24 greys. The first sixteen are the user's own. */
function tableColour(index: number): readonly number[] {
  assert.ok(index >= 16);
  if (index >= 232) {
    return Array.from({ length: 3 }, () => 8 + (index - 232) * 10);
  }

  const cube = index - 16;
  return [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map((step) =>
    step === 0 ? 0 : 55 + step * 40,
  );
}

/** The bright hues of xterm, and of Solarized on its own backgrounds. */
const bright = {
  xterm: { 91: '#ff0000', 95: '#ff00ff' },
  solarized: { 91: '#cb4b16', 95: '#6c71c4' },
} as const;

function brightOf(code: string, paper: string): string {
  const theme = papers.dark[1] === paper || papers.light[1] === paper ? 'solarized' : 'xterm';
  const found = Object.entries(bright[theme]).find(([known]) => known === code)?.[1];
  assert.ok(found, `${code} is not known`);
  return found;
}

const hex = (parts: readonly number[]): string =>
  `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

const partsOf = (colour: string): readonly number[] =>
  [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255);

/** The contrast of WCAG 2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** In degrees; undefined for greys. */
function hueOf(colour: string): number | undefined {
  const [red = 0, green = 0, blue = 0] = partsOf(colour);
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (range < 0.1) {
    return undefined;
  }

  const sector =
    most === red
      ? (green - blue) / range
      : most === green
        ? 2 + (blue - red) / range
        : 4 + (red - green) / range;
  return (sector * 60 + 360) % 360;
}
