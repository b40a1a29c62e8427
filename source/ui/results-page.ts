import { createLatestCache } from '../core/latest-cache.ts';
import type { Report } from '../core/report/report.ts';
import type { ProfileState } from '../core/profile/state.ts';
import type { Zones } from './canvas/body.ts';
import { contentHeight, contentWidth, panesOf, type Picture, type Room } from './canvas/frame.ts';
import type { Theme } from './canvas/theme.ts';
import { besideZones, rayZones } from './details/beside.ts';
import { resultsPicture, type ResultsView } from './results/results.ts';
import { timelineZones } from './timeline/timeline-screen.ts';
import { wholePass } from './timeline/timeline.ts';

export type ResultsPageView = Pick<ResultsView, 'report' | 'listed' | 'runs'> & {
  readonly profile: ProfileState;
};

/** From this size on the details stand beside the overview. */
const wide: Room = { columns: 120, rows: 40 };

/** From this size on the timeline of the typical round stands below both. */
const large: Room = { columns: 200, rows: 50 };

const pages = createLatestCache<Report, Picture>();

/** The results, and around the overview as much of the rest as the window has room for. They stay as they are. */
export const resultsPage = (view: ResultsPageView, room: Room, theme: Theme): Picture =>
  pages(view.report, [view.profile, view.listed, view.runs, room.columns, room.rows, theme], () =>
    makePage(view, room, theme),
  );

function makePage(view: ResultsPageView, room: Room, theme: Theme): Picture {
  const { report, profile } = view;
  const panes = reaches(room, wide) ? panesOf(room) : undefined;
  const width = panes?.left ?? contentWidth(room);
  const overview = resultsPicture(
    { ...view, width, rayZones: rayZones({ report, width, theme }) },
    room,
    theme,
  );
  if (!panes) {
    return overview;
  }

  return {
    ...overview,
    aside: besideZones({ report, width: panes.right, theme }),
    ...(reaches(room, large) ? { below: timelineBelow(profile, room, theme) } : {}),
  };
}

const reaches = (room: Room, least: Room): boolean =>
  room.columns >= least.columns && room.rows >= least.rows;

/** The rows of the timeline below: what the overview and the details hardly need in such a window. */
const belowHeight = (room: Room): number => Math.floor(contentHeight(room) / 3);

/** Nothing runs, so the present time changes nothing that is drawn. */
const timelineBelow = (profile: ProfileState, room: Room, theme: Theme): Zones =>
  timelineZones(
    { view: wholePass, profile, now: 0 },
    { width: contentWidth(room), height: belowHeight(room) },
    theme,
  );
