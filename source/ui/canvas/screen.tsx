import { Box, Text } from 'ink';
import { createLatestCache } from '../../core/latest-cache.ts';
import { frameOf, isTooSmall, tooSmall, type Picture, type Room } from './frame.ts';
import { textOf, type Line } from './line.ts';
import type { Theme } from './theme.ts';

const rows = createLatestCache<Picture, readonly Line[]>();

/** All rows of a picture, or of a window that is too small for it. The same picture has the same rows. */
export const rowsOf = (picture: Picture, room: Room, theme: Theme): readonly Line[] =>
  rows(picture, [room.columns, room.rows, theme], () =>
    isTooSmall(room) ? [tooSmall(room)] : frameOf(picture, room, theme),
  );

type WordsProps = { readonly rows: readonly Line[]; readonly room: Room };

/** Rows as a text of Ink's, without their looks. */
export const Words = ({ rows, room }: WordsProps) => (
  <Box width={room.columns} height={room.rows}>
    <Text wrap="truncate">{rows.map(textOf).join('\n')}</Text>
  </Box>
);
