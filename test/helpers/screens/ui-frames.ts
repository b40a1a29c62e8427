import {
  contentHeight,
  contentWidth,
  frameOf,
  type Picture,
  type Room,
} from '../../../source/ui/canvas/frame.ts';
import { fitted, inAscii, line, textOf, type Line } from '../../../source/ui/canvas/line.ts';
import { themeOf, type Theme } from '../../../source/ui/canvas/theme.ts';
import { arranged, heightOf, type Zone } from '../../../source/ui/canvas/zone.ts';

export type Draw = (room: Room, theme: Theme) => Picture;

export type WindowOptions = {
  readonly columns?: number;
  readonly rows?: number;
  readonly ascii?: boolean;
};

const windowOf = ({ columns = 80, rows = 24, ascii = false }: WindowOptions) => ({
  room: { columns, rows },
  theme: themeOf(ascii),
});

/** The rows of a picture in a window, each padded to the full width. */
export function rowsOf(draw: Draw, options: WindowOptions = {}): readonly string[] {
  const { room, theme } = windowOf(options);
  return frameOf(draw(room, theme), room, theme).map(textOf);
}

/** A whole picture in a window, as one text between two line breaks, without trailing blanks. */
export const frameText = (draw: Draw, options: WindowOptions = {}): string =>
  `\n${rowsOf(draw, options)
    .map((row) => row.trimEnd())
    .join('\n')}\n`;

export type ZoneOptions = WindowOptions & {
  /** The rows that are left for the zone, its rule included. As many as it likes if omitted. */
  readonly within?: number;
};

/** The lines of one zone of a picture, alone and without the frame; above them the title of its rule, if it has one. */
export function zoneLines(draw: Draw, name: string, options: ZoneOptions = {}): readonly string[] {
  const { room, theme } = windowOf(options);
  const zone = draw(room, theme).zones[name];
  if (!zone) {
    throw new Error(`the picture has no zone called ${name}`);
  }

  const width = contentWidth(room);
  return arranged([zone].flat(), options.within ?? Number.POSITIVE_INFINITY)
    .flatMap(({ title, variant }) => [
      ...(variant.ruled ? [[...line(`${theme.horizontal.repeat(2)} `), ...title]] : []),
      ...variant.lines,
    ])
    .map((row) => shown(fitted(row, width), theme));
}

/** How many rows each zone of a picture gets in a window: "info 1, workers 4". Zones that get none are left out. */
export function zoneRows(draw: Draw, options: WindowOptions = {}): string {
  const { room, theme } = windowOf(options);
  const { zones } = draw(room, theme);
  const given = new Map(arrangedByZone(Object.values(zones).flat(), contentHeight(room)));
  return Object.entries(zones)
    .map(([name, zone]) => {
      const rows = [zone].flat().map((one) => given.get(one) ?? 0);
      return [name, rows.reduce((sum, height) => sum + height, 0)] as const;
    })
    .filter(([, rows]) => rows > 0)
    .map(([name, rows]) => `${name} ${rows}`)
    .join(', ');
}

const arrangedByZone = (zones: readonly Zone[], rows: number) =>
  arranged(zones, rows).map(({ variant }, index) => [zones[index], heightOf(variant)] as const);

/** The keys below a picture. */
export function keysText(draw: Draw, options: WindowOptions = {}): string {
  const { room, theme } = windowOf(options);
  return shown(draw(room, theme).keys, theme);
}

const shown = (row: Line, { ascii }: Theme): string => textOf(ascii ? inAscii(row) : row).trimEnd();
