import type { ProfileState } from '../../core/profile/state.ts';
import { exceedsRows } from '../../core/timeline/worker-groups.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { Zones } from '../canvas/body.ts';
import { contentHeight, contentWidth, type Picture, type Room } from '../canvas/frame.ts';
import { line } from '../canvas/line.ts';
import { clipped, type Paragraph, type TextRoom } from '../canvas/paragraphs.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, fixed, ruled } from '../canvas/zone.ts';
import { factsOf } from './pass-facts.ts';
import { selectionOf, type Selection } from './selection.ts';
import { headLine, shortHead, titleOf } from './timeline-head.ts';
import { timelineKeys } from './timeline-keys.ts';
import { timelineLayout } from './timeline-layout.ts';
import { legendLines } from './timeline-legend.ts';
import type { TimelineExtent } from './timeline-moves.ts';
import { timelineLines } from './timeline-rows.ts';
import { tableLines } from './timeline-table.ts';
import { timesLines, timesTitle } from './timeline-times.ts';
import { seenPart, type TimelineView } from './timeline.ts';

export type TimelineRequest = {
  readonly view: TimelineView;
  readonly profile: ProfileState;
  readonly now: Milliseconds;
};

export type TimelineScreen = TimelineRequest & {
  /** Whether `q` quits. */
  readonly quits: boolean;
};

/** What each worker of every engine did over time, from left to right, and how long its tasks took. */
export function timelinePicture(
  { quits, ...request }: TimelineScreen,
  room: Room,
  theme: Theme,
): Picture {
  const { view, profile, now } = request;
  const selection = selectionOf(view, profile, now);
  const drawn = isDrawn(selection);
  const { rows, lastTop, many } = timelineExtent(request, room);
  const keys = {
    engines: profile.plan.cases.map(({ id }) => id),
    alone: selection.alone?.id,
    rounds: selection.rounds.length,
    drawn,
    scrolls: drawn && rows > 0 && lastTop > 0,
    ...(many ? ({ rows: view.single ? 'workers' : 'groups' } as const) : {}),
    quits,
  };
  return {
    trail: ['TIMELINE'],
    zones: timelineZones(request, textRoom(room), theme),
    keys: timelineKeys(keys, room, theme),
  };
}

const textRoom = (room: Room): TextRoom => ({
  width: contentWidth(room),
  height: contentHeight(room),
});

const isDrawn = ({ shown }: Selection): boolean =>
  shown.some(({ drawing }) => drawing.type !== 'missing');

/** The timeline in any room, as a part of another screen as well. */
export function timelineZones(request: TimelineRequest, room: TextRoom, theme: Theme): Zones {
  const { view, profile, now } = request;
  const selection = selectionOf(view, profile, now);
  return isDrawn(selection)
    ? drawnZones(request, selection, { room, theme })
    : reasonZones(request, selection, room);
}

/** The limits of scrolling in a window. */
export function timelineExtent(
  { view, profile, now }: TimelineRequest,
  room: Room,
): TimelineExtent {
  const selection = selectionOf(view, profile, now);
  const { single } = view;
  const { rows, visible } = timelineLayout({ selection, room: textRoom(room), single });
  const many = selection.shown.some((pass) => exceedsRows(factsOf(pass)?.workers ?? []));
  return { profile, now, rows: visible, lastTop: rows.length - visible, many };
}

type Drawn = { readonly room: TextRoom; readonly theme: Theme };

function drawnZones(
  { view, profile }: TimelineRequest,
  selection: Selection,
  { room, theme }: Drawn,
): Zones {
  const { width } = room;
  const { single } = view;
  const { shown } = selection;
  const layout = timelineLayout({ selection, room, single });
  const top = Math.min(view.top, layout.rows.length - layout.visible);
  const seen = { selection, layout, top, ...seenPart(view, selection.length) };
  const { lines, stretch } = timelineLines(seen, width, theme);
  const head = { selection, rounds: profile.plan.rounds, layout, top, stretch };
  const legend = legendLines({ selection, single, worded: layout.worded, width }, theme);
  const height = layout.timesHeight;
  return {
    head: fixed(bare([headLine(head, width)])),
    rows: { ...fixed(layout.ruled ? ruled(lines) : bare(lines)), title: titleOf(layout) },
    legend: fixed(bare(legend)),
    ...(layout.table
      ? { table: { ...fixed(ruled(tableLines(shown, width))), title: line('IN NUMBERS') } }
      : {}),
    ...(height > 0
      ? {
          times: {
            ...fixed(ruled(timesLines(shown, { width, height }, theme))),
            title: line(timesTitle),
          },
        }
      : {}),
  };
}

/** Says why there is no timeline. */
function reasonZones({ profile }: TimelineRequest, selection: Selection, room: TextRoom): Zones {
  const { width, height } = room;
  const reasons = selection.shown.flatMap(({ case: { id }, drawing }) =>
    drawing.type === 'missing' ? [named(drawing.reason, id)] : [],
  );
  return {
    head: fixed(bare([shortHead({ selection, rounds: profile.plan.rounds }, width), []])),
    reason: fixed(bare(clipped(reasons, { width, height: height - 2 }))),
  };
}

/** A failure names its engine. */
const named = (reason: Paragraph, id: string): Paragraph =>
  reason.tone === 'warning' ? reason : { ...reason, text: `${id}: ${reason.text}` };
