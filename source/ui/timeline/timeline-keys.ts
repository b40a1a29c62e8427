import { keysWidth, type Room } from '../canvas/frame.ts';
import { keyHints, type KeyHint } from '../canvas/key-hints.ts';
import type { Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';

export type TimelineKeysView = {
  /** The engines in the order in which `c` leads through them. */
  readonly engines: readonly string[];
  /** The one that is shown alone. */
  readonly alone: string | undefined;
  /** How many rounds there are to see. */
  readonly rounds: number;
  readonly scrolls: boolean;
  /** What a row stands for, if the user can choose. */
  readonly rows?: 'groups' | 'workers';
  /** Whether there is a timeline, rather than the reason why not. */
  readonly drawn: boolean;
  /** Whether `q` quits. */
  readonly quits: boolean;
};

/** The keys of a timeline that do something now. */
export function timelineKeys(view: TimelineKeysView, room: Room, { arrows, ascii }: Theme): Line {
  const { engines, alone, rounds, scrolls, rows, drawn, quits } = view;
  const next = engines[alone === undefined ? 0 : engines.indexOf(alone) + 1];
  const hints: readonly KeyHint[] = [
    { keys: 'esc', does: ['back'] },
    ...(drawn ? [{ keys: '+/-', does: ['zoom'], rank: 1 } as const] : []),
    ...(drawn ? [{ keys: arrows.leftRight, does: ['time'], rank: 3 } as const] : []),
    ...(drawn ? [{ keys: '0', does: ['whole'], rank: 5 } as const] : []),
    ...(scrolls ? [{ keys: arrows.upDown, does: ['workers'], rank: 2 } as const] : []),
    ...(rows ? [{ keys: 'w', does: foldTexts(rows), rank: 4 } as const] : []),
    ...(engines.length > 1 ? [{ keys: 'c', does: engineTexts(next) } as const] : []),
    ...(rounds > 1 ? [{ keys: ', .', does: ['round'] } as const] : []),
    { keys: '?', does: ['help'] },
    ...(quits ? [{ keys: 'q', does: ['quit'], rank: 6 } as const] : []),
  ];
  return keyHints(hints, keysWidth(room), ascii ? '...' : '…');
}

const foldTexts = (rows: 'groups' | 'workers'): KeyHint['does'] =>
  rows === 'groups' ? ['each worker', 'each'] : ['groups'];

const engineTexts = (next: string | undefined): KeyHint['does'] =>
  next === undefined ? ['all engines', 'engines'] : [`${next} alone`, 'engine'];
