import type { Background } from '../../core/text/palette.ts';

/** Asks a terminal for the colour of its background: OSC 11 of xterm. Others ignore it. */
export const backgroundQuestion = '\u001B]11;?\u0007';

/** The background in a terminal's answer to that, without its frame; undefined if it answers something else. */
export function backgroundIn(answer: string): Background | undefined {
  const parts =
    /^11;rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})/i.exec(answer) ??
    /^11;#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(answer);
  const [red, green, blue] = (parts?.slice(1) ?? []).map(shareOf);
  if (red === undefined || green === undefined || blue === undefined) {
    return undefined;
  }

  // Where black and white text have the same contrast (WCAG 2).
  return 0.2126 * red ** 2.2 + 0.7152 * green ** 2.2 + 0.0722 * blue ** 2.2 > 0.179
    ? 'light'
    : 'dark';
}

/** "8" and "8888" are the same share of "f" and "ffff". */
const shareOf = (digits: string): number => Number.parseInt(digits, 16) / (16 ** digits.length - 1);

/** What the environment says: rxvt, Konsole and others set COLORFGBG, like "15;0" or "0;default;15". Else dark. */
export function guessedBackground(
  environment: Readonly<Record<string, string | undefined>>,
): Background {
  const behind = environment['COLORFGBG']?.split(';').at(-1) ?? '';
  // Of the sixteen colours these are light: white, and all bright ones but bright black.
  return /^(7|9|1[0-5])$/.test(behind) ? 'light' : 'dark';
}
