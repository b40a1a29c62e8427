import type { Cancelling } from '../controls.ts';
import type { Room } from '../frame.ts';
import { line, piece, type Line } from '../line.ts';

/** The keys that work during a run. */
export function runKeys(cancelling: Cancelling, pages: number, { columns }: Room): Line {
  switch (cancelling) {
    case 'no':
      return line(hints(pages).find(({ length }) => length <= columns - 2) ?? '');
    case 'asking':
      return line(piece('esc again cancels and keeps the rest, any other key goes on', 'warning'));
    case 'stopping':
      return line(piece('stopping: the workers are coming to rest', 'warning'));
  }
}

/** The same keys, from the longest way to say it to the shortest. */
function hints(pages: number): readonly string[] {
  const others = [...(pages > 1 ? ['pgup/pgdn workers'] : []), '? help', 'ctrl+c quit'];
  return ['esc cancel, keeps finished repeats', 'esc cancel'].map((cancel) =>
    [cancel, ...others].join('  '),
  );
}
