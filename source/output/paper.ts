import type { Palette } from '../core/text/palette.ts';

/** Where an output is printed. */
export type Paper = {
  /** Print ASCII characters only. */
  readonly ascii: boolean;
  /** Columns of the terminal; absent elsewhere. */
  readonly columns?: number;
  /** Without it nothing is coloured. */
  readonly palette?: Palette;
};
