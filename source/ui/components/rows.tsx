import { Text } from 'ink';
import Spinner from 'ink-spinner';
import { memo } from 'react';
import type { Line, Piece } from '../line.ts';
import { lookOf, type Theme } from '../theme.ts';

type RowProps = { readonly row: Line; readonly theme: Theme };

/** One row of the screen, as it stands in its line; laid out again only where something in it has changed. */
export const Row = memo(
  ({ row, theme }: RowProps) => (
    <Text wrap="truncate">
      {row.map((part, index) => (
        <Part key={index} part={part} theme={theme} />
      ))}
    </Text>
  ),
  (before, after) => before.theme === after.theme && isSame(before.row, after.row),
);

const isSame = (before: Line, after: Line): boolean =>
  before.length === after.length &&
  before.every(({ text, tone, spins }, index) => {
    const other = after[index];
    return text === other?.text && tone === other.tone && spins === other.spins;
  });

function Part({ part, theme }: { readonly part: Piece; readonly theme: Theme }) {
  return (
    <Text {...lookOf(part.tone)}>{part.spins ? <Spinner type={theme.spinner} /> : part.text}</Text>
  );
}
