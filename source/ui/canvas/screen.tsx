import { Box, Text } from 'ink';
import { frameOf, isTooSmall, tooSmall, type Picture, type Room } from './frame.ts';
import { textOf, type Line } from './line.ts';
import type { Theme } from './theme.ts';

/** All rows of a picture, or of a window that is too small for it. */
export const rowsOf = (picture: Picture, room: Room, theme: Theme): readonly Line[] =>
  isTooSmall(room) ? [tooSmall(room)] : frameOf(picture, room, theme);

type WordsProps = { readonly rows: readonly Line[]; readonly room: Room };

/** Rows as a text of Ink's, without their looks. */
export const Words = ({ rows, room }: WordsProps) => (
  <Box width={room.columns} height={room.rows}>
    <Text wrap="truncate">{rows.map(textOf).join('\n')}</Text>
  </Box>
);
