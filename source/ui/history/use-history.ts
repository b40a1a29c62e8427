import { useEffect } from 'react';
import { told } from '../../core/failure.ts';
import type { History, Session } from '../../core/session/session.ts';
import { emptyHistory, itemsOf, moved, pathOf, type HistoryView } from './cursor.ts';
import { sentenceOf } from '../parts/sentence.ts';
import { useHeld, type Held } from '../input/use-held.ts';

export type HistoryActions = {
  /** Undefined while the list is not shown. */
  readonly view: Held<HistoryView | undefined>;
  /** Shows the list of the saved runs, where the session has one. */
  readonly show: () => void;
  /** Opens the run under the cursor. */
  readonly open: () => void;
  /** Deletes what is under the cursor. */
  readonly remove: () => void;
  /** Leads back: from a run to the list, from the list to the screen below. */
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
function listed({ latest, set }: HistoryActions['view'], history: History): SlowActions {
  const chosen = () => itemsOf(latest() ?? emptyHistory)[latest()?.at ?? 0];
  const change = (given: Partial<HistoryView>) => {
    const before = latest();
    if (before) {
      set({ ...moved({ ...before, ...given }, 0), ...given });
    }
  };
  const doing = (work: Promise<void>) =>
    void work.catch((error: unknown) => change({ notice: sentenceOf(error) }));
  const read = async () => {
    const list = await history.list();
    change({ list, ...(list.unsaved ? { notice: told(list.unsaved) } : {}) });
  };

  const opening = async (path: string) => {
    const opened = await history.open(path);
    const item = chosen();
    if (item && pathOf(item) === path && !latest()?.opened) {
      change({ opened });
    } else {
      await opened.close();
    }
  };

  return {
    show() {
      set(emptyHistory);
      doing(read());
    },
    open() {
      const item = chosen();
      if (item?.type === 'run') {
        doing(opening(item.run.path));
      }
    },
    remove() {
      const item = chosen();
      if (item) {
        doing(history.remove(pathOf(item)).then(read));
      }
    },
  };
}
