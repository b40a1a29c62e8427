import { Box, Text, Transform, useIsScreenReaderEnabled } from 'ink';
import Spinner from 'ink-spinner';
import { frameOf, isTooSmall, tooSmall, type Picture, type Room } from './frame.ts';
import { spinnersIn, textOf } from './line.ts';
import { painted, type Theme } from './theme.ts';

type ScreenProps = { readonly picture: Picture; readonly room: Room; readonly theme: Theme };

/**
 * Draws a picture as one Ink text; its rows are filled in by a transform when Ink writes them. If Ink measured and laid
 * out every piece, a frame would take three times as long.
 */
export function Screen({ picture, room, theme }: ScreenProps) {
  const aloud = useIsScreenReaderEnabled();
  const lines = isTooSmall(room) ? [tooSmall(room)] : frameOf(picture, room, theme);
  const rows = lines.map((row) => row.map(({ text, tone }) => painted(text, tone)).join(''));
  return (
    <Box width={room.columns} height={room.rows}>
      <Transform transform={(_, index) => rows[index] ?? ''}>
        <Text wrap="truncate">{lines.map((line) => (aloud ? textOf(line) : ' ')).join('\n')}</Text>
      </Transform>
      {spinnersIn(lines).map(({ row, column }) => (
        <Box key={`${row} ${column}`} position="absolute" top={row} left={column}>
          <Text bold>
            <Spinner type={theme.spinner} />
          </Text>
        </Box>
      ))}
    </Box>
  );
}
