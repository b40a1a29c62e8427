import { keysWidth, type Room } from '../canvas/frame.ts';
import type { Theme } from '../canvas/theme.ts';

export type TimelineKeysView = {
  /** The number of cases in the plan. */
  readonly cases: number;
  /** The number of rounds of the case that have ended. */
  readonly rounds: number;
  readonly scrolls: boolean;
  /** What a row stands for, if the user can choose. */
  readonly rows?: 'groups' | 'workers';
  /** Whether there is a timeline, rather than the reason why not. */
  readonly drawn: boolean;
  /** Whether `q` quits. */
  readonly quits: boolean;
};

/** The key hints of a timeline, as many as fit. Those that the help explains just as well are dropped first. */
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
