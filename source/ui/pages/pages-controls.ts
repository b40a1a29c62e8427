import { contentHeight, type Room } from '../canvas/frame.ts';
import type { Theme } from '../canvas/theme.ts';
import type { KeyPress } from '../input/keys.ts';
import type { Held } from '../input/use-held.ts';
import { lastTopOf, type PageName, type Pager } from './pages.ts';

export type PagesKeyTargets = {
  readonly pager: Held<Pager | undefined>;
  readonly room: Room;
  readonly theme: Theme;
  readonly measuring: boolean;
  readonly quit: () => void;
};

/** The key that opens a page closes it too. */
export function togglePage({ pager }: Pick<PagesKeyTargets, 'pager'>, page: PageName): void {
  pager.set(page === pager.latest()?.shows ? undefined : { shows: page, top: 0 });
}

/** A key while a page lies over the screen. */
export function onPages(targets: PagesKeyTargets, key: KeyPress): void {
  const { pager, room, measuring, quit } = targets;
  switch (key) {
    case 'up':
      return scroll(targets, -1);
    case 'down':
      return scroll(targets, 1);
    case 'pageup':
      return scroll(targets, -linesAPage(room));
    case 'pagedown':
    case ' ':
      return scroll(targets, linesAPage(room));
    case 'escape':
      return pager.set(undefined);
    case 'q':
      return measuring ? pager.set(undefined) : quit();
    default:
  }
}

function scroll({ pager, room, theme }: PagesKeyTargets, lines: number): void {
  const shown = pager.latest();
  if (shown) {
    const last = lastTopOf(room, theme);
    pager.set({ ...shown, top: Math.min(Math.max(shown.top + lines, 0), last) });
  }
}

/** The last two lines of a page are repeated on the next one. */
const linesAPage = (room: Room): number => contentHeight(room) - 2;
