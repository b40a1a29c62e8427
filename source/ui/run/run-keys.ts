import { runsHere } from '../../core/plan/engines.ts';
import { phaseTexts } from '../../core/plan/ray-text.ts';
import type { Activity } from '../../core/profile/state.ts';
import { keysWidth, type Room } from '../canvas/frame.ts';
import { keyHints, type KeyHint } from '../canvas/key-hints.ts';
import { line, piece, type Line } from '../canvas/line.ts';

/** Esc asks, and a second Esc cancels. */
export type Cancelling = 'no' | 'asking' | 'stopping';

export type KeysView = {
  readonly cancelling: Cancelling;
  readonly activity: Activity;
  /** The number of pages of the workers. */
  readonly pages: number;
};

/** The key hints of a run. */
export function runKeys(view: KeysView, room: Room): Line {
  const { cancelling, activity } = view;
  const width = keysWidth(room);
  switch (cancelling) {
    case 'no':
      return keyHints(hints(view), width);
    case 'asking':
      return line(piece(asked.find(({ length }) => length <= width) ?? '', 'warning'));
    case 'stopping':
      return line(piece(stoppingText(activity), 'warning'));
  }
}

const asked = [
  'Press esc again to cancel (finished rounds are kept), any other key to continue',
  'Press esc again to cancel (finished rounds are kept), any other key continues',
  'Press esc again to cancel, any other key to continue',
];

const stoppingText = (activity: Activity): string =>
  activity.type === 'running' && !runsHere(activity.case.engine)
    ? phaseTexts.stopping
    : 'cancelling: the workers are stopping';

const hints = ({ pages }: KeysView): readonly KeyHint[] => [
  { keys: 'esc', does: ['cancel (finished rounds are kept)', 'cancel'] },
  { keys: 'g', does: ['timeline'], rank: 1 },
  { keys: 'd', does: ['details'], rank: 2 },
  ...(pages > 1 ? [{ keys: 'pgup/pgdn', does: ['workers'] } as const] : []),
  { keys: '?', does: ['help'] },
];
