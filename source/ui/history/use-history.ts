import { useEffect } from 'react';
import { describe } from '../../core/failure.ts';
import type { History, Session } from '../../core/session/session.ts';
import {
  emptyHistory,
  itemsOf,
  moved,
  pathOf,
  type HistoryItem,
  type HistoryView,
} from './cursor.ts';
import { sentenceOf } from '../../core/failure.ts';
import { useHeld, type Held } from '../input/use-held.ts';

export type HistoryActions = {
  /** Undefined while the list is closed. */
  readonly view: Held<HistoryView | undefined>;
  /** Shows the list of saved runs, if the session has one. */
  readonly show: () => void;
  /** Opens the run under the cursor. */
  readonly open: () => void;
  /** Deletes what is under the cursor. */
  readonly remove: () => void;
  /** Goes back: from a run to the list, from the list to the screen below. */
  readonly back: () => void;
};

export function useHistory({ history }: Session): HistoryActions {
  const view = useHeld<HistoryView | undefined>(undefined);
  const opened = view.value?.opened;
  useEffect(() => () => void opened?.close(), [opened]);
  return {
    view,
    ...(history ? listed(view, history) : { show() {}, open() {}, remove() {} }),
    back() {
      const { opened, ...list } = view.latest() ?? emptyHistory;
      view.set(opened ? list : undefined);
    },
  };
}

type SlowActions = Pick<HistoryActions, 'show' | 'open' | 'remove'>;

/** Actions that read or write files. Meanwhile the user may have left the list, or moved on in it. */
function listed(view: HistoryActions['view'], history: History): SlowActions {
  const { latest, set } = view;
  const doing = (work: Promise<void>) =>
    void work.catch((error: unknown) => change(view, { notice: sentenceOf(error) }));
  const read = async () => {
    const list = await history.list();
    change(view, { list, ...(list.unsaved ? { notice: describe(list.unsaved) } : {}) });
  };

  return {
    show() {
      set(emptyHistory);
      doing(read());
    },
    open() {
      const item = itemAtCursor(latest());
      if (item?.type === 'run') {
        doing(open(view, history, item.run.path));
      }
    },
    remove() {
      const item = itemAtCursor(latest());
      if (item) {
        doing(history.remove([pathOf(item)]).then(read));
      }
    },
  };
}

const itemAtCursor = (view = emptyHistory): HistoryItem | undefined => itemsOf(view)[view.at];

/** Changes the view unless the user has left the list. */
function change({ latest, set }: HistoryActions['view'], given: Partial<HistoryView>): void {
  const before = latest();
  if (before) {
    set({ ...moved({ ...before, ...given }, 0), ...given });
  }
}

/** Opens a run, and closes it again if the cursor is elsewhere by then. */
async function open(view: HistoryActions['view'], history: History, path: string): Promise<void> {
  const opened = await history.open(path);
  const item = itemAtCursor(view.latest());
  if (item && pathOf(item) === path && !view.latest()?.opened) {
    change(view, { opened });
  } else {
    await opened.close();
  }
}
