import { createLatestCache } from '../../core/latest-cache.ts';
import type { ProfileState } from '../../core/profile/state.ts';
import type { Report } from '../../core/report/report.ts';
import {
  contentHeight,
  contentWidth,
  keysWidth,
  type Picture,
  type Room,
} from '../canvas/frame.ts';
import { keyHints } from '../canvas/key-hints.ts';
import { justified, lengthOf, line, piece, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, fixed, ruled, type Zone } from '../canvas/zone.ts';
import { pagesOf, sectionsOf, type DetailsPage } from './pages.ts';
import type { Section } from './section.ts';

/** The page of the details that is shown, and the first of its rows. */
export type DetailsPlace = { readonly page: DetailsPage; readonly top: number };

export const firstPlace: DetailsPlace = { page: 'rounds', top: 0 };

export type DetailsView = {
  readonly place: DetailsPlace;
  readonly report: Report;
  readonly profile: Pick<ProfileState, 'passes'>;
};

/** One page of the details of a run's results. */
export function detailsPicture(view: DetailsView, room: Room, theme: Theme): Picture {
  const rows = pageRows(view, room, theme);
  const height = contentHeight(room);
  const top = Math.min(view.place.top, lastTop(rows, room));
  const shown = rows.slice(top, top + height);
  return {
    trail: pagesOf(view).map((page) => (page === view.place.page ? page.toUpperCase() : page)),
    titles: ['details of the results', 'details'],
    zones: { page: zonesOf(shown) },
    keys: keysRow({ first: top + 1, last: top + shown.length, all: rows.length }, room, theme),
  };
}

/** The furthest that the page can be scrolled. */
export const lastTopOf = (view: DetailsView, room: Room, theme: Theme): number =>
  lastTop(pageRows(view, room, theme), room);

/** A row of a page: content, or a rule with its title. */
type PageRow = { readonly rule?: true; readonly content: Line };

const pages = createLatestCache<Report, readonly PageRow[]>();

/** A profile of a thousand rounds has a long page, which is drawn again with every sample of the load. */
function pageRows({ place: { page }, report, profile }: DetailsView, room: Room, theme: Theme) {
  const width = contentWidth(room);
  return pages(report, [page, width, theme], () =>
    sectionsOf(page, { report, profile, width, theme }).flatMap(sectionRows),
  );
}

const sectionRows = ({ title, rows }: Section): readonly PageRow[] => [
  { rule: true, content: line(title) },
  ...rows.map((content) => ({ content })),
];

const lastTop = (rows: readonly PageRow[], room: Room): number =>
  Math.max(0, rows.length - contentHeight(room));

/** Every rule begins a zone of its own. */
function zonesOf(rows: readonly PageRow[]): readonly Zone[] {
  const starts = rows.flatMap(({ rule }, index) => (rule || index === 0 ? [index] : []));
  return starts.map((start, index) => {
    const { rule, content } = rows[start]!;
    const lines = rows.slice(rule ? start + 1 : start, starts[index + 1]).map((row) => row.content);
    return rule ? { ...fixed(ruled(lines)), title: content } : fixed(bare(lines));
  });
}

type Shown = { readonly first: number; readonly last: number; readonly all: number };

function keysRow({ first, last, all }: Shown, room: Room, { arrows }: Theme): Line {
  const scrolls = last - first + 1 < all;
  const place = scrolls ? line(piece(`${first} to ${last} of ${all}`, 'quiet')) : [];
  const width = keysWidth(room);
  const hints = keyHints(
    [
      { keys: 'tab', does: ['next page'] },
      ...(scrolls
        ? [
            { keys: arrows.upDown, does: ['scroll'] } as const,
            { keys: 'pgdn', does: ['further'], rank: 1 } as const,
          ]
        : []),
      { keys: 'd', does: ['back to the overview', 'back'] },
      { keys: '?', does: ['help'] },
      { keys: 'q', does: ['quit'] },
    ],
    width - (scrolls ? lengthOf(place) + 2 : 0),
  );
  return justified(hints, place, width);
}
