import { Box } from 'ink';
import { frameOf, isTooSmall, tooSmall, type Picture, type Room } from '../frame.ts';
import type { Theme } from '../theme.ts';
import { Row } from './rows.tsx';

type ScreenProps = { readonly picture: Picture; readonly room: Room; readonly theme: Theme };

/** A picture in the window that there is. */
export function Screen({ picture, room, theme }: ScreenProps) {
  const rows = isTooSmall(room) ? [tooSmall(room)] : frameOf(picture, room, theme);
  return (
    <Box flexDirection="column" width={room.columns} height={room.rows} overflow="hidden">
      {rows.map((row, index) => (
        <Row key={index} row={row} theme={theme} />
      ))}
    </Box>
  );
}
