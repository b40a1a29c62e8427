import { frameOf, type Picture, type Room } from '../../../source/ui/canvas/frame.ts';
import { textOf } from '../../../source/ui/canvas/line.ts';
import { themeOf, type Theme } from '../../../source/ui/canvas/theme.ts';

export type Draw = (room: Room, theme: Theme) => Picture;

export type WindowOptions = {
  readonly columns?: number;
  readonly rows?: number;
  readonly ascii?: boolean;
};

/** The rows of a picture in a window, each with all of its blanks. */
export function rowsOf(draw: Draw, options: WindowOptions = {}): readonly string[] {
  const { columns = 80, rows = 24, ascii = false } = options;
  const [room, theme] = [{ columns, rows }, themeOf(ascii)];
  return frameOf(draw(room, theme), room, theme).map(textOf);
}

/** The same as one text between two line breaks, without the blanks at the ends of the rows. */
export const frameText = (draw: Draw, options: WindowOptions = {}): string =>
  `\n${rowsOf(draw, options)
    .map((row) => row.trimEnd())
    .join('\n')}\n`;
