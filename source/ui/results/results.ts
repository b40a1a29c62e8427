import { moreRounds } from '../../core/plan/plan-of.ts';
import type { Report } from '../../core/report/report.ts';
import { stoppedAfter } from '../../core/report/stopped-after.ts';
import { contentWidth, keysWidth, type Picture, type Room } from '../canvas/frame.ts';
import { keyHints, type KeyHint } from '../canvas/key-hints.ts';
import type { Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import type { Zone } from '../canvas/zone.ts';
import { budgetZones } from './budget.ts';
import { chartZone } from './chart.ts';
import { headZone } from './head.ts';
import { headlineZone } from './headline.ts';
import { nextZone } from './next.ts';
import { trustZone } from './trust.ts';

export type ResultsView = {
  readonly report: Report;
  /** Whether the list of saved runs can be opened from here. */
  readonly listed: boolean;
  /** Whether plans can be run from here; true if omitted. */
  readonly runs?: boolean;
  /** Cells of content, where the overview is a pane among others; the whole window if omitted. */
  readonly width?: number;
  /** What explains Ray's time, below the chart. */
  readonly rayZones?: readonly Zone[];
};

/** The answer, and what it rests on, at a glance. */
export function resultsPicture(view: ResultsView, room: Room, theme: Theme): Picture {
  const { report, runs = true, width = contentWidth(room), rayZones = [] } = view;
  return {
    trail: trailOf(report, room),
    zones: {
      head: headZone(report, width),
      headline: headlineZone(report, width, theme),
      chart: chartZone(report, width, theme),
      ray: rayZones,
      budget: budgetZones(report, width, theme),
      next: nextZone({ report, runs }, width, theme),
      trust: trustZone(report, width, theme),
    },
    keys: resultsKeys(view, room, theme),
  };
}

/** The columns from which a long last step leaves room for the others. */
const wideTrail = 80;

function trailOf(report: Report, { columns }: Room): readonly string[] {
  const stopped = stoppedAfter(report);
  const last = stopped === undefined ? 'RESULTS' : `RESULTS · ${stopped}`;
  return stopped === undefined || columns >= wideTrail ? ['setup', 'run', last] : [last];
}

function resultsKeys({ report, listed }: ResultsView, room: Room, { arrows, ascii }: Theme): Line {
  const { plan, advice } = report;
  const rounds = moreRounds(plan);
  const hints: readonly KeyHint[] = [
    { keys: 'enter', does: ['again'] },
    { keys: arrows.leftRight, does: ['size'] },
    ...(rounds === undefined ? [] : [{ keys: '+', does: [`${rounds} rounds`] as const, rank: 3 }]),
    ...(advice.some(({ check }) => check)
      ? [{ keys: 'm', does: ['memory check', 'check'] as const }]
      : []),
    { keys: 'g', does: ['timeline'], rank: 1 },
    { keys: 'd', does: ['details'] },
    ...(listed ? [{ keys: 'h', does: ['history'] as const, rank: 2 }] : []),
    { keys: '?', does: ['help'] },
    { keys: 'q', does: ['quit'], rank: 1 },
  ];
  return keyHints(hints, keysWidth(room), ascii ? '...' : undefined);
}
