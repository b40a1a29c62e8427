import { Box, Text, useIsScreenReaderEnabled } from 'ink';
import { useEffect, useLayoutEffect } from 'react';
import type { Canvas } from './canvas.ts';
import { frameOf, isTooSmall, tooSmall, type Picture, type Room } from './frame.ts';
import { textOf } from './line.ts';
import type { Theme } from './theme.ts';

type ScreenProps = {
  readonly picture: Picture;
  readonly room: Room;
  readonly theme: Theme;
  /** Where it is drawn; without one Ink writes its text, as for a screen reader. */
  readonly canvas: Canvas | undefined;
};

/** Draws a picture. */
export function Screen({ picture, room, theme, canvas }: ScreenProps) {
  const aloud = useIsScreenReaderEnabled();
  const drawnOn = aloud ? undefined : canvas;
  const lines = isTooSmall(room) ? [tooSmall(room)] : frameOf(picture, room, theme);
  useLayoutEffect(() => drawnOn?.show(lines, theme.spinnerFrames));
  useEffect(() => drawnOn?.close, [drawnOn]);
  return drawnOn ? null : (
    <Box width={room.columns} height={room.rows}>
      <Text wrap="truncate">{lines.map(textOf).join('\n')}</Text>
    </Box>
  );
}
