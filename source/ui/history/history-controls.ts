import type { HistoryActions } from './use-history.ts';
import type { KeyPress } from '../input/keys.ts';
import { itemsOf, moved } from './cursor.ts';

export type HistoryKeyTargets = {
  readonly historyActions: HistoryActions;
  readonly quit: () => void;
};

const itemsAPage = 10;

const steps: Readonly<Record<KeyPress, number>> = {
  up: -1,
  down: 1,
  pageup: -itemsAPage,
  pagedown: itemsAPage,
};

/** A key on the list of saved runs. */
export function onHistory({ historyActions, quit }: HistoryKeyTargets, key: KeyPress): void {
  const view = historyActions.view.latest();
  if (!view) {
    return;
  }

  if (view.asking) {
    onAsked(historyActions, key);
  } else if (key === 'x' && itemsOf(view)[view.at]) {
    historyActions.view.set({ ...view, asking: true });
  } else if (key === 'enter') {
    historyActions.open();
  } else if (key === 'h' || key === 'escape') {
    historyActions.back();
  } else if (key === 'q') {
    quit();
  } else {
    historyActions.view.set(moved(view, steps[key] ?? 0));
  }
}

function onAsked({ view, remove }: HistoryActions, key: KeyPress): void {
  const before = view.latest();
  if (before) {
    view.set({ ...before, asking: false });
  }

  if (key === 'x') {
    remove();
  }
}
