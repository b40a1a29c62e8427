import { engineMark, type EngineMark } from '../core/glyphs.ts';
import type { EngineName } from '../core/settings.ts';

/** What a piece of text is; how that looks is decided here alone. */
export type Tone =
  | 'plain'
  | 'strong'
  | 'faint'
  | 'frame'
  | 'cursor'
  | 'load'
  | 'warning'
  | 'verdict'
  | EngineName;

export type Look = {
  readonly color?: string;
  readonly bold?: boolean;
  readonly dimColor?: boolean;
};

/** Okabe–Ito, told apart with every kind of colour vision. */
const looks: Readonly<Record<Tone, Look>> = {
  plain: {},
  strong: { bold: true },
  faint: { dimColor: true },
  frame: { dimColor: true },
  cursor: { bold: true, color: '#56B4E9' },
  load: { color: '#009E73' },
  warning: { color: '#D55E00', bold: true },
  verdict: { bold: true, color: '#F0E442' },
  local: { color: '#56B4E9' },
  pool: { color: '#E69F00' },
};

export const lookOf = (tone: Tone): Look => looks[tone];

/** Everything on the screens that is neither a letter nor a digit. */
export type Theme = {
  readonly ascii: boolean;
  readonly corners: readonly [string, string, string, string];
  readonly horizontal: string;
  readonly vertical: string;
  readonly teeLeft: string;
  readonly teeRight: string;
  /** What stands where a bar is not filled. */
  readonly rest: string;
  readonly load: string;
  /** A single value on an axis. */
  readonly dot: string;
  /** Behind a worker that falls behind the others. */
  readonly laggard: string;
  /** From empty to full, for bars of one cell. */
  readonly levels: readonly string[];
  readonly arrows: { readonly leftRight: string; readonly upDown: string };
  readonly spinner: 'dots' | 'line';
  readonly mark: (engine: EngineName) => EngineMark;
};

const unicode: Theme = {
  ascii: false,
  corners: ['╭', '╮', '╰', '╯'],
  horizontal: '─',
  vertical: '│',
  teeLeft: '├',
  teeRight: '┤',
  rest: '·',
  load: '█',
  dot: '●',
  laggard: '◄',
  levels: ['·', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  arrows: { leftRight: '←/→', upDown: '↑/↓' },
  spinner: 'dots',
  mark: (engine) => engineMark(engine, false),
};

const ascii: Theme = {
  ascii: true,
  corners: ['+', '+', '+', '+'],
  horizontal: '-',
  vertical: '|',
  teeLeft: '+',
  teeRight: '+',
  rest: '.',
  load: '#',
  dot: 'o',
  laggard: '<',
  levels: ['.', '1', '2', '3', '4', '5', '6', '7', '8'],
  arrows: { leftRight: 'left/right', upDown: 'up/down' },
  spinner: 'line',
  mark: (engine) => engineMark(engine, true),
};

export const themeOf = (plain: boolean): Theme => (plain ? ascii : unicode);
