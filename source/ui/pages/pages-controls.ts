import { contentHeight, type Room } from '../canvas/frame.ts';
import type { Theme } from '../canvas/theme.ts';
import type { KeyPress } from '../input/keys.ts';
import type { Held } from '../input/use-held.ts';
import { columnsIn, helpStep } from './help.ts';
import { lastTopOf, type Pager } from './pages.ts';

export type PagesKeyTargets = {
  readonly pager: Held<Pager | undefined>;
  readonly room: Room;
  readonly theme: Theme;
  readonly measuring: boolean;
  readonly quit: () => void;
};

/** Whether a key opens or closes the help: not while a word is typed there. */
export const opensHelp = (key: KeyPress, pager: Pager | undefined): boolean =>
  key === '?' && !isFinding(pager);

type Finding = Pager & { readonly find: string };

const isFinding = (pager: Pager | undefined): pager is Finding => pager?.find !== undefined;

/** The key that opens the help closes it too. The help begins with the screen that it lies over. */
export const toggleHelp = ({ pager }: Pick<PagesKeyTargets, 'pager'>, over: string): void =>
  pager.set(pager.latest() ? undefined : { shows: 'help', top: 0, over });

/** A key while a page lies over the screen. */
export function onPages(targets: PagesKeyTargets, key: KeyPress): void {
  const { pager, room } = targets;
  const shown = pager.latest();
  const page = scrolls(room, shown)[key];
  if (page !== undefined) {
    scroll(targets, page);
  } else if (isFinding(shown)) {
    pager.set(afterFindKey(shown, key));
  } else {
    onBrowsing(targets, key);
  }
}

/** How many lines a key leads down. In one column the last two of a page are repeated. */
function scrolls(
  room: Room,
  pager: Pager | undefined,
): Readonly<Partial<Record<KeyPress, number>>> {
  const step = helpStep(room);
  const page = step > 1 ? step * columnsIn(room) : contentHeight(room) - 2;
  return {
    up: -step,
    down: step,
    pageup: -page,
    pagedown: page,
    ...(isFinding(pager) ? {} : { ' ': page }),
  };
}

function onBrowsing({ pager, measuring, quit }: PagesKeyTargets, key: KeyPress): void {
  const shown = pager.latest();
  switch (key) {
    case '/':
      return pager.set(shown && { ...shown, top: 0, find: '' });
    case 'escape':
      return pager.set(undefined);
    case 'q':
      return measuring ? pager.set(undefined) : quit();
    default:
  }
}

/** Characters are typed, Backspace takes one back, Escape shows all again. */
function afterFindKey(shown: Finding, key: KeyPress): Pager {
  const { find, ...all } = shown;
  if (key === 'escape') {
    return { ...all, top: 0 };
  }

  if (key === 'backspace') {
    return find === '' ? all : { ...all, top: 0, find: Array.from(find).slice(0, -1).join('') };
  }

  return isCharacter(key) ? { ...all, top: 0, find: (find + key).slice(0, longest) } : shown;
}

/** No word of the help is longer. */
const longest = 20;

const isCharacter = (key: KeyPress): boolean => /^[^\p{C}]$/u.test(key);

/** A paste is typed where a word is looked for. */
export function onPagesPaste({ pager }: Pick<PagesKeyTargets, 'pager'>, text: string): boolean {
  const shown = pager.latest();
  if (!isFinding(shown)) {
    return false;
  }

  const typed = text.trim().replaceAll(/\p{C}/gu, '');
  pager.set({ ...shown, top: 0, find: (shown.find + typed).slice(0, longest) });
  return true;
}

function scroll({ pager, room, theme }: PagesKeyTargets, lines: number): void {
  const shown = pager.latest();
  if (shown) {
    const last = lastTopOf(shown, room, theme);
    pager.set({ ...shown, top: Math.min(Math.max(shown.top + lines, 0), last) });
  }
}
