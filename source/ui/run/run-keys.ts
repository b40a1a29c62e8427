import { runsHere } from '../../core/plan/engines.ts';
import { phaseTexts } from '../../core/plan/ray-text.ts';
import type { Activity } from '../../core/profile/state.ts';
import { keysWidth, type Room } from '../canvas/frame.ts';
import { line, piece, type Line } from '../canvas/line.ts';

/** Esc asks, and a second Esc cancels. */
export type Cancelling = 'no' | 'asking' | 'stopping';

export type KeysView = {
  readonly cancelling: Cancelling;
  readonly activity: Activity;
  /** The number of pages of the workers. */
  readonly pages: number;
  /** Whether a pass failed and left its driver's log. */
  readonly logged: boolean;
};

/** The key hints of a run. */
export function runKeys(view: KeysView, room: Room): Line {
  const { cancelling, activity } = view;
  switch (cancelling) {
    case 'no':
      return line(fitting(hints(view), room));
    case 'asking':
      return line(piece(fitting(asked, room), 'warning'));
    case 'stopping':
      return line(piece(stoppingText(activity), 'warning'));
  }
}

/** The first text that fits. */
const fitting = (texts: readonly string[], room: Room): string =>
  texts.find(({ length }) => length <= keysWidth(room)) ?? '';

const asked = [
  'esc again cancels and keeps finished rounds, any other key goes on',
  'esc again cancels, any other key goes on',
];

const stoppingText = (activity: Activity): string =>
  activity.type === 'running' && !runsHere(activity.case.engine)
    ? phaseTexts.stopping
    : 'stopping: the workers are coming to rest';

type HintTexts = readonly [cancel: string, timeline: string, log: string, turn: string];

/** The same keys, from the longest wording to the shortest. */
function hints({ pages, logged }: KeysView): readonly string[] {
  const all = ([cancel, timeline, log, turn]: HintTexts) =>
    [cancel, timeline, logged ? log : '', pages > 1 ? turn : '', '? help', 'ctrl+c quit']
      .filter((key) => key !== '')
      .join('  ');
  return [
    all(['esc cancel, keeps finished rounds', 'g timeline', "d driver's log", 'pgup/pgdn workers']),
    all(['esc cancel', 'g timeline', "d driver's log", 'pgup/pgdn workers']),
    all(['esc cancel', 'g timeline', 'd log', 'pgup/pgdn']),
    all(['esc cancel', '', 'd log', 'pgup/pgdn workers']),
  ];
}
