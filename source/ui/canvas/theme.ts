import chalk from 'chalk';
import { overheadFill } from '../../core/text/glyphs.ts';

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
  | 'first'
  | 'second'
  | 'third';

type Paint = (text: string) => string;

/** Okabe–Ito, told apart with every kind of colour vision. */
const paints: Readonly<Record<Tone, Paint>> = {
  plain: (text) => text,
  strong: chalk.bold,
  faint: chalk.dim,
  frame: chalk.dim,
  cursor: chalk.hex('#56B4E9').bold,
  load: chalk.hex('#009E73'),
  warning: chalk.hex('#D55E00').bold,
  verdict: chalk.hex('#F0E442').bold,
  first: chalk.hex('#56B4E9'),
  second: chalk.hex('#E69F00'),
  third: chalk.hex('#CC79A7'),
};

/** The text with what a terminal needs to show it in its look; the bare text where it shows no colours. */
export const painted = (text: string, tone: Tone): string => paints[tone](text);

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
  /** What fills the part of a bar that is no computing. */
  readonly overhead: string;
  readonly load: string;
  /** What fills the parts of a bar that shows where time went. */
  readonly time: { readonly onCpu: string; readonly waiting: string; readonly blocked: string };
  /** A single value on an axis. */
  readonly dot: string;
  /** Behind a worker that falls behind the others. */
  readonly straggler: string;
  /** From empty to full, for bars of one cell. */
  readonly levels: readonly string[];
  /** What stands in a timeline beside the fill of its bars. */
  readonly timeline: TimelineGlyphs;
  readonly arrows: { readonly leftRight: string; readonly upDown: string };
  readonly spinner: 'dots' | 'line';
  /** The same, picture by picture. */
  readonly spinnerFrames: readonly string[];
};

export type TimelineGlyphs = {
  /** A worker in a task, but waiting for a CPU, blocked, or nobody tells. */
  readonly waiting: string;
  readonly blocked: string;
  readonly unknown: string;
  /** Where a task starts. */
  readonly start: string;
};

const unicode: Theme = {
  ascii: false,
  corners: ['╭', '╮', '╰', '╯'],
  horizontal: '─',
  vertical: '│',
  teeLeft: '├',
  teeRight: '┤',
  rest: '·',
  overhead: overheadFill(false),
  load: '█',
  time: { onCpu: '█', waiting: '▒', blocked: '░' },
  dot: '●',
  straggler: '◄',
  levels: ['·', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  timeline: { waiting: '░', blocked: '×', unknown: '○', start: '│' },
  arrows: { leftRight: '←/→', upDown: '↑/↓' },
  spinner: 'dots',
  spinnerFrames: ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'],
};

const ascii: Theme = {
  ascii: true,
  corners: ['+', '+', '+', '+'],
  horizontal: '-',
  vertical: '|',
  teeLeft: '+',
  teeRight: '+',
  rest: '.',
  overhead: overheadFill(true),
  load: '#',
  time: { onCpu: '#', waiting: '%', blocked: ':' },
  dot: 'o',
  straggler: '<',
  levels: ['.', '1', '2', '3', '4', '5', '6', '7', '8'],
  timeline: { waiting: 'w', blocked: 'b', unknown: 'o', start: '|' },
  arrows: { leftRight: 'left/right', upDown: 'up/down' },
  spinner: 'line',
  spinnerFrames: ['-', '\\', '|', '/'],
};

export const themeOf = (plain: boolean): Theme => (plain ? ascii : unicode);
