import { keysWidth, type Room } from '../canvas/frame.ts';
import type { Theme } from '../canvas/theme.ts';

export type TimelineKeysView = {
  /** Of the plan. */
  readonly cases: number;
  /** Of the case: those that have ended. */
  readonly rounds: number;
  readonly scrolls: boolean;
  /** What the rows stand for, where that can be chosen. */
  readonly rows?: 'groups' | 'workers';
  /** Whether there is a timeline, and not why there is none. */
  readonly drawn: boolean;
  /** Whether `q` leaves the program. */
  readonly quits: boolean;
};

/** The keys that work on a timeline, as many as fit: those go first that the help alone can tell. */
export function timelineKeys(view: TimelineKeysView, room: Room, { arrows }: Theme): string {
  const { cases, rounds, scrolls, rows, drawn, quits } = view;
  const [zoom, time] = drawn ? [['+/- zoom'], [`${arrows.leftRight} time`]] : [[], []];
  const whole = drawn ? ['0 whole'] : [];
  const workers = scrolls ? [`${arrows.upDown} workers`] : [];
  const fold = rows ? [rows === 'groups' ? 'w each worker' : 'w groups'] : [];
  const other = [...(cases > 1 ? ['c case'] : []), ...(rounds > 1 ? [',/. round'] : [])];
  const leave = quits ? ['q quit'] : [];
  const ways = [
    ['g back', ...zoom, ...time, ...whole, ...workers, ...fold, ...other, '? help', ...leave],
    ['g back', ...zoom, ...time, ...workers, ...fold, ...other, '? help', ...leave],
    ['g back', ...zoom, ...time, ...workers, ...fold, ...other, '? help'],
    ['g back', ...zoom, ...workers, ...fold, ...other, '? help'],
    ['g back', ...zoom, ...workers, ...other, '? help'],
    ['g back', ...zoom, ...other, '? help'],
  ].map((keys) => keys.join('  '));
  return ways.find(({ length }) => length <= keysWidth(room)) ?? 'g back  ? help';
}
