import { Text } from 'ink';
import Spinner from 'ink-spinner';
import type { Line, Piece } from '../line.ts';
import { lookOf, type Theme } from '../theme.ts';

type RowProps = { readonly row: Line; readonly theme: Theme };

/** One row of the screen, as it stands in its line. */
export function Row({ row, theme }: RowProps) {
  return (
    <Text wrap="truncate">
      {row.map((part, index) => (
        <Part key={index} part={part} theme={theme} />
      ))}
    </Text>
  );
}

function Part({ part, theme }: { readonly part: Piece; readonly theme: Theme }) {
  return (
    <Text {...lookOf(part.tone)}>{part.spins ? <Spinner type={theme.spinner} /> : part.text}</Text>
  );
}
