import { finePercent } from '../../source/core/text/format.ts';
import type { Share } from '../../source/core/units.ts';
import type { Ratio } from './pairs.ts';

/** A target for a number, and whether it was met. */
export type Bar = {
  readonly what: string;
  readonly seen: string;
  readonly asked: string;
  readonly held: boolean;
};

type Show = (value: number) => string;

type AtMost = { readonly most: number; readonly show: Show };

export const atMost = (what: string, value: number, { most, show }: AtMost): Bar => ({
  what,
  seen: show(value),
  asked: `at most ${show(most)}`,
  held: value <= most,
});

type AtLeast = { readonly least: number; readonly show: Show };

export const atLeast = (what: string, value: number, { least, show }: AtLeast): Bar => ({
  what,
  seen: show(value),
  asked: `at least ${show(least)}`,
  held: value >= least,
});

/** A ratio that must be close to 1. */
export const within = (what: string, ratio: number, most: Share): Bar => ({
  what,
  seen: change(ratio),
  asked: `within ${(most * 100).toFixed(0)} %`,
  held: Math.abs(ratio - 1) <= most,
});

/** Prints every bar and fails the command if one was missed. */
export function judge(bars: readonly Bar[]): void {
  for (const { what, seen, asked, held } of bars) {
    console.log(`${held ? 'ok    ' : 'MISSED'} ${what}: ${seen} (${asked})`);
  }

  process.exitCode = bars.every(({ held }) => held) ? 0 : 1;
}

/** 1.0123 → "+1.2 %": how much longer or shorter one takes than the other. */
export const change: Show = (ratio) => `${ratio < 1 ? '' : '+'}${((ratio - 1) * 100).toFixed(1)} %`;

/** 0.034 → "3.4 % of one core". */
export const ofOneCore: Show = (share) => `${finePercent(share)} of one core`;

export const times: Show = (ratio) => `${ratio.toFixed(2)}x`;

/** "+0.4 %   (-0.6 % to +1.1 %, 95.7 % sure, 30 pairs)" */
export function ratioText({ value, low, high, coverage, pairs }: Ratio, show: Show): string {
  const sure = coverage === undefined ? 'no claim' : `${(coverage * 100).toFixed(1)} % sure`;
  return `${show(value)}   (${show(low)} to ${show(high)}, ${sure}, ${pairs} pairs)`;
}
