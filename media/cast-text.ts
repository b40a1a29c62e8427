import { castFormat, type WindowSize } from '../source/output/asciicast/format.ts';
import type { Milliseconds } from '../source/core/units.ts';
import { isBlank, type Look, type Row, type Screen } from './cells.ts';
import type { Cast } from '../test/helpers/casts/casts.ts';
import type { Shots } from './shots.ts';
import { stretchesOf } from './stretches.ts';

export type CastRequest = Shots & {
  readonly window: WindowSize;
  readonly title: string;
  /** When the filmed run happened, as Unix time. */
  readonly startedAt: Milliseconds;
  readonly markers: readonly Marker[];
};

export type Marker = { readonly at: Milliseconds; readonly label: string };

export const markersOf = ({ events }: Pick<Cast, 'events'>): readonly Marker[] =>
  events.flatMap(({ at, code, data }) => (code === 'm' ? [{ at: at * 1000, label: data }] : []));

/** An asciicast that draws only the changes from one shot to the next: a tenth of the size of whole frames. */
export function castText(request: CastRequest): string {
  const { window, title, startedAt, shots, length, markers } = request;
  const format = castFormat(2);
  const drawings = shots.map(({ at, screen }, index) => ({
    at,
    event: ['o', (index === 0 ? clear : '') + changes(screen, shots[index - 1]?.screen)] as const,
  }));
  const marks = markers.map(({ at, label }) => ({ at, event: ['m', label] as const }));
  const end = { at: length, event: ['o', showCursor] as const };
  return [
    format.header({ window, startedAt, title, environment: { TERM: 'xterm-256color' } }),
    ...[...marks, ...drawings, end]
      .toSorted((one, other) => one.at - other.at)
      .map(({ at, event }) => format.line(at, event)),
  ].join('');
}

const showCursor = '\u001B[?25h';
const clear = '\u001B[?25l\u001B[2J';

const changes = (screen: Screen, before: Screen | undefined): string =>
  screen.map((row, index) => changesOf(row, before?.[index], index)).join('');

/** Up to this many unchanged cells are written again, which is shorter than a cursor movement. */
const stride = 6;

function changesOf(row: Row, before: Row | undefined, line: number): string {
  const changed = row.flatMap((cell, column) =>
    (before ? cell === before[column] : isBlank(cell)) ? [] : [column],
  );
  return stretchesOf(changed, stride)
    .map(([from, to]) => `\u001B[${line + 1};${from + 1}H${written(row.slice(from, to))}`)
    .join('');
}

/** A blank without a background looks the same in every colour, so it keeps the colour before it. */
function written(cells: Row): string {
  let set: Look | undefined;
  return cells
    .map((cell) => {
      const { text, look } = cell;
      if (look === set || (isBlank(cell) && set && !set.ground)) {
        return text;
      }

      set = look;
      return `\u001B[${look.codes}m${text}`;
    })
    .join('');
}
