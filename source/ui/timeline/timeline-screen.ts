import type { ProfileState } from '../../core/profile/state.ts';
import { exceedsRows } from '../../core/timeline/worker-groups.ts';
import { contentHeight, contentWidth, type Picture, type Room } from '../canvas/frame.ts';
import { line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import {
  taskSpans,
  seenPart,
  selectionOf,
  type TaskSpans,
  type Selection,
  type TimelineExtent,
  type TimelineView,
} from './timeline.ts';
import { bare, fixed, ruled } from '../canvas/zone.ts';
import { clipped, type Paragraph } from '../canvas/paragraphs.ts';
import { headLine, shortHead, titleOf } from './timeline-head.ts';
import { factsOf, timelineLayout, type TimelineLayout } from './timeline-layout.ts';
import { figureLines, legendLines } from './timeline-legend.ts';
import { timelineLines } from './timeline-rows.ts';
import { timelineKeys } from './timeline-keys.ts';

export type TimelineScreen = {
  readonly view: TimelineView;
  readonly profile: ProfileState;
  /** Whether `q` quits. */
  readonly quits: boolean;
};

/** What each worker of one pass did over time, from left to right. */
export function timelinePicture(
  { view, profile, quits }: TimelineScreen,
  room: Room,
  theme: Theme,
): Picture {
  const shown = selectionOf(view, profile);
  const drawn = drawnTimeline(shown, view, room);
  const keys = {
    cases: profile.plan.cases.length,
    rounds: shown.ended.length,
    drawn: drawn !== undefined,
    scrolls: drawn !== undefined && drawn.layout.rows < drawn.layout.groups.length,
    ...(drawn && isMany(drawn) ? ({ rows: view.single ? 'workers' : 'groups' } as const) : {}),
    quits,
  };
  return {
    trail: ['TIMELINE'],
    zones: drawn
      ? drawnZones({ ...drawn, view }, room, theme)
      : reasonZones({ shown, over: profile.activity.type === 'ended' }, room, theme),
    keys: line(timelineKeys(keys, room, theme)),
  };
}

/** The limits of scrolling in a window. */
export function timelineExtent(
  view: TimelineView,
  profile: ProfileState,
  room: Room,
): TimelineExtent {
  const drawn = drawnTimeline(selectionOf(view, profile), view, room);
  const { rows, groups } = drawn?.layout ?? nothing;
  const many = drawn !== undefined && isMany(drawn);
  return { profile, rows, lastTop: groups.length - rows, many };
}

const nothing: Pick<TimelineLayout, 'rows' | 'groups'> = { rows: 0, groups: [] };

const isMany = ({ shown, ran }: DrawnTimeline): boolean =>
  exceedsRows(factsOf(shown.case, ran.spans).workers);

type DrawnTimeline = {
  readonly shown: Selection;
  readonly ran: TaskSpans;
  readonly layout: TimelineLayout;
};

/** Undefined if the pass has no tasks to draw. */
function drawnTimeline(
  shown: Selection,
  { single }: TimelineView,
  room: Room,
): DrawnTimeline | undefined {
  const ran = taskSpans(shown);
  if (!ran) {
    return undefined;
  }

  const facts = factsOf(shown.case, ran.spans);
  return { shown, ran, layout: timelineLayout({ case: shown.case, facts, room, single }) };
}

function drawnZones(
  { shown, ran: { spans, length }, layout, view }: DrawnTimeline & { readonly view: TimelineView },
  room: Room,
  theme: Theme,
): Picture['zones'] {
  const width = contentWidth(room);
  const { groups, rows, dense, aRow } = layout;
  const { workers, accounts, figures } = factsOf(shown.case, spans);
  const top = Math.min(view.top, groups.length - rows);
  const seen = { groups, top, rows, ...seenPart(view, length) };
  const request = { case: shown.case, spans, accounts, ...seen };
  const { lines, stretch, shares } = timelineLines(request, width, theme);
  const meanings = { engine: shown.case.engine, accounts, single: aRow === 1, shares, dense };
  return {
    head: fixed(bare([headLine({ shown, layout, top, stretch, length }, width, theme)])),
    rows: { ...fixed(layout.ruled ? ruled(lines) : bare(lines)), title: titleOf(shown, layout) },
    legend: fixed(bare(legendLines(meanings, width, theme))),
    figures: fixed(
      bare(figureLines(figures, { workers: workers.length, whole: layout.figures, width })),
    ),
  };
}

type MissingPass = {
  readonly shown: Selection;
  /** Whether the profile has ended: no other pass will come. */
  readonly over: boolean;
};

/** Says why there is no timeline of a pass. */
function reasonZones({ shown, over }: MissingPass, room: Room, theme: Theme): Picture['zones'] {
  const [width, height] = [contentWidth(room), contentHeight(room) - 2];
  return {
    head: fixed(bare([shortHead(shown, width, theme), []])),
    reason: fixed(bare(clipped([paragraphOf(shown, over)], { width, height }))),
  };
}

function paragraphOf({ case: { id }, chosen }: Selection, over: boolean): Paragraph {
  const outcome = chosen?.outcome;
  switch (outcome?.status) {
    case undefined:
      return plain(over ? `No pass of ${id} was run.` : `No pass of ${id} has ended yet.`);
    case 'cancelled':
      return plain('This pass was cancelled: nothing of it is kept.');
    case 'failed':
      return { text: `! ${outcome.failure.message} ${outcome.failure.hint}`, tone: 'warning' };
    case 'finished':
      return plain('This pass tells of no task.');
  }
}

const plain = (text: string): Paragraph => ({ text, tone: 'plain' });
