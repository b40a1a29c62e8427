import { overheadFill, trustMarks } from '../../core/text/glyphs.ts';

export type { Tone } from '../../core/text/palette.ts';

/** Every glyph on the screens that is neither a letter nor a digit. */
export type Theme = {
  readonly ascii: boolean;
  readonly corners: readonly [string, string, string, string];
  readonly horizontal: string;
  readonly vertical: string;
  readonly teeLeft: string;
  readonly teeRight: string;
  /** Where the line between two panes meets a rule: at its upper end, at its lower end, and between. */
  readonly teeDown: string;
  readonly teeUp: string;
  readonly cross: string;
  /** The empty part of a bar. */
  readonly rest: string;
  /** Bars that say how long something took. */
  readonly duration: string;
  /** The rows of a high bar below its first one. */
  readonly durationBelow: string;
  /** At the end of an axis: what lies beyond. */
  readonly beyond: string;
  /** Bars that say how far something is, and their empty rest. */
  readonly progress: string;
  readonly progressRest: string;
  /** Bars that say how large a part of something is. */
  readonly part: string;
  /** Marks of trust. */
  readonly marks: { readonly good: string; readonly note: string };
  /** The part of a bar in which no task ran. */
  readonly overhead: string;
  readonly load: string;
  /** The parts of a bar of worker time. */
  readonly time: { readonly onCpu: string; readonly waiting: string; readonly blocked: string };
  readonly dot: string;
  /** Several dots in one cell. */
  readonly dots: string;
  /** The mark of a worker that falls behind the others. */
  readonly straggler: string;
  /** From empty to full, for vertical bars in one cell. */
  readonly levels: readonly string[];
  /** Graphs over time: each cell shows some columns of up to four dots. */
  readonly graph: GraphGlyphs;
  /** A stretch of time below a graph: where it begins, where it ends, and both in one cell. */
  readonly stretch: { readonly from: string; readonly to: string; readonly both: string };
  /** Glyphs of a timeline besides the fill of its bars. */
  readonly timeline: TimelineGlyphs;
  readonly arrows: Readonly<Record<'leftRight' | 'upDown' | 'right', string>>;
  /** The key, as hints name it. */
  readonly backspace: string;
  readonly spinner: 'dots' | 'line';
  /** The frames of that spinner, one by one. */
  readonly spinnerFrames: readonly string[];
};

export type GraphGlyphs = {
  /** Columns side by side in one cell. */
  readonly columns: 1 | 2;
  /** By the heights of the columns, 0 to 4, read as digits of a number to the base 5. */
  readonly cells: string;
};

export type TimelineGlyphs = {
  /** A worker in a task that is waiting for a CPU, blocked, or in an unknown state. */
  readonly waiting: string;
  readonly blocked: string;
  readonly unknown: string;
  readonly start: string;
  /** What a pass on a cluster takes before its first task. */
  readonly startUp: string;
};

const unicode: Theme = {
  ascii: false,
  corners: ['╭', '╮', '╰', '╯'],
  horizontal: '─',
  vertical: '│',
  teeLeft: '├',
  teeRight: '┤',
  teeDown: '┬',
  teeUp: '┴',
  cross: '┼',
  rest: '·',
  duration: '▇',
  durationBelow: '█',
  beyond: '»',
  progress: '━',
  progressRest: '─',
  part: '■',
  marks: trustMarks(false),
  overhead: overheadFill(false),
  load: '█',
  time: { onCpu: '█', waiting: '▒', blocked: '░' },
  dot: '•',
  dots: '●',
  straggler: '◄',
  levels: ['·', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  graph: { columns: 2, cells: ' ⢀⢠⢰⢸⡀⣀⣠⣰⣸⡄⣄⣤⣴⣼⡆⣆⣦⣶⣾⡇⣇⣧⣷⣿' },
  stretch: { from: '└', to: '┘', both: '┴' },
  timeline: { waiting: '░', blocked: '×', unknown: '○', start: '│', startUp: '─' },
  arrows: { leftRight: '←/→', upDown: '↑/↓', right: '→' },
  backspace: '⌫',
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
  teeDown: '+',
  teeUp: '+',
  cross: '+',
  rest: '.',
  duration: '=',
  durationBelow: '=',
  beyond: '>',
  progress: '=',
  progressRest: '-',
  part: '#',
  marks: trustMarks(true),
  overhead: overheadFill(true),
  load: '#',
  time: { onCpu: '#', waiting: '%', blocked: ':' },
  dot: 'o',
  dots: 'O',
  straggler: '<',
  levels: ['.', '1', '2', '3', '4', '5', '6', '7', '8'],
  graph: { columns: 1, cells: ' .:|#' },
  stretch: { from: '\\', to: '/', both: '^' },
  timeline: { waiting: 'w', blocked: 'b', unknown: 'o', start: '|', startUp: '-' },
  arrows: { leftRight: 'left/right', upDown: 'up/down', right: 'right' },
  backspace: 'backspace',
  spinner: 'line',
  spinnerFrames: ['-', '\\', '|', '/'],
};

export const themeOf = (plain: boolean): Theme => (plain ? ascii : unicode);
