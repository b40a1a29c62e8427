const sheets = {
  dark: { paper: '#14171c', ink: '#d5d9e0', edge: '#30353d' },
  light: { paper: '#ffffff', ink: '#24292f', edge: '#d0d7de' },
} as const;

/**
 * The colours of the background, of letters without a colour of their own, and of the edge of the paper, which shows where
 * it ends on a page of its colour. `PAPER=light` draws on a light one.
 */
export const { paper, ink, edge } = sheets[process.env['PAPER'] === 'light' ? 'light' : 'dark'];

const basic =
  '2e3436 e5484d 46a758 e0a73a 4c8dff b068d9 2fa7b5 c9ced6 6e7681 ff6369 63c174 f5c252 7cb0ff cf91ff 56c5d4 ffffff'
    .split(' ')
    .map((digits) => `#${digits}`);

/** A terminal's 256 colours: 16 basic ones, a cube of 6 × 6 × 6, 24 greys. */
export function paletteColour(code: number): string {
  if (code < 16) {
    return basic[code] ?? ink;
  }

  if (code >= 232) {
    const grey = 8 + (code - 232) * 10;
    return hex([grey, grey, grey]);
  }

  const cube = code - 16;
  return hex([Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map(cubeStep));
}

const cubeStep = (index: number): number => (index === 0 ? 0 : 55 + index * 40);

/** Mixes a colour with the one behind it. Unlike with opacity, two overlapping shapes show no darker seam. */
export function mixed(colour: string, behind: string, share: number): string {
  const [above, below] = [partsOf(colour), partsOf(behind)];
  return hex(above.map((part, index) => Math.round(part * share + below[index]! * (1 - share))));
}

const partsOf = (colour: string): readonly number[] =>
  [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));

const hex = (parts: readonly number[]): string =>
  `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
