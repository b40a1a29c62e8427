import type { Palette } from '../core/text/palette.ts';

/** Where an output is printed. */
export type Paper = {
  /** Print ASCII characters only. */
  readonly ascii: boolean;
  /** Columns of the terminal; absent elsewhere. */
  readonly columns?: number;
  /** The runner of GitHub Actions reads it, and would obey commands in it. */
  readonly forRunner?: boolean;
  /** Without it nothing is coloured. */
  readonly palette?: Palette;
};
