import { painted, type Palette, type Tone } from '../core/text/palette.ts';

const bars: readonly Tone[] = ['first', 'second', 'third'];

/** Glyphs that bars are made of, with and without ASCII alone; at least three, so that no sentence has one. */
const bar = /([▇█━■░]|[#=:])(?:[▇█━■░]|[#=:]){2,}/u;

/** What a line begins with: "VERDICT", "Trust:". */
const head = /^[A-Z]{2,}(?= )|^[A-Z][a-z]+:(?= )/;

const speed = /\b\d[\d.,]* (?:times as (?:fast|slow)|% (?:faster|slower))|\b\d[\d.]*x\b/;

/** The text of a summary with the colours that its numbers have on the screen. What it says stays the same. */
export function inColours(text: string, palette: Palette | undefined): string {
  if (!palette || palette.colours === 'none') {
    return text;
  }

  let drawn = 0;
  const paint = (tone: Tone) => (part: string) => painted(part, tone, palette);
  const rows = text.split('\n').map((row) => {
    if (bar.test(row)) {
      return row.replace(bar, paint(bars[drawn++ % bars.length] ?? 'plain'));
    }

    const marked = row.replace(head, paint('strong'));
    return row.startsWith('VERDICT') ? marked.replace(speed, paint('answer')) : marked;
  });
  return rows.join('\n');
}
