import type { Historian } from './use-history.ts';
import type { KeyPress } from '../input/keys.ts';
import { itemsOf, moved } from './cursor.ts';

export type HistoryHands = { readonly historian: Historian; readonly quit: () => void };

const itemsAPage = 10;

const steps: Readonly<Record<KeyPress, number>> = {
  up: -1,
  down: 1,
  pageup: -itemsAPage,
  pagedown: itemsAPage,
};

/** A key on the list of the saved runs. */
export function onHistory({ historian, quit }: HistoryHands, key: KeyPress): void {
  const view = historian.view.latest();
  if (!view) {
    return;
  }

  if (view.asking) {
    onAsked(historian, key);
  } else if (key === 'x' && itemsOf(view)[view.at]) {
    historian.view.set({ ...view, asking: true });
  } else if (key === 'enter') {
    historian.open();
  } else if (key === 'h' || key === 'escape') {
    historian.back();
  } else if (key === 'q') {
    quit();
  } else {
    historian.view.set(moved(view, steps[key] ?? 0));
  }
}

function onAsked({ view, remove }: Historian, key: KeyPress): void {
  const before = view.latest();
  if (before) {
    view.set({ ...before, asking: false });
  }

  if (key === 'x') {
    remove();
  }
}
