import { useEffect } from 'react';
import { describe, sentenceOf } from '../../core/failure.ts';
import type { RunList } from '../../core/report/run-summary.ts';
import type { History, Session } from '../../core/session/session.ts';
import { useHeld, type Held } from '../input/use-held.ts';
import { emptyHistory, itemAt, withList, type HistoryView } from './cursor.ts';
import { pathOf } from './items.ts';

export type HistoryActions = {
  /** Undefined while the list is closed. */
  readonly view: Held<HistoryView | undefined>;
  /** Shows the list of saved runs, if the session has one. */
  readonly show: () => void;
  /** Opens the run under the cursor. */
  readonly open: () => void;
  /** Deletes files. */
  readonly remove: (paths: readonly string[]) => void;
  /** Keeps a note on a run; an empty text removes it. */
  readonly annotate: (path: string, note: string) => void;
  /** Goes back: from a run to the list, from the list to the screen below. */
  readonly back: () => void;
};

export function useHistory({ history }: Session): HistoryActions {
  const view = useHeld<HistoryView | undefined>(undefined);
  const opened = view.value?.opened;
  useEffect(() => () => void opened?.close(), [opened]);
  return { view, ...(history ? listed(view, history) : without(view)) };
}

type Actions = Omit<HistoryActions, 'view'>;

const without = ({ set }: HistoryActions['view']): Actions => ({
  show() {},
  open() {},
  remove() {},
  annotate() {},
  back: () => set(undefined),
});

/** Actions that read or write files. Meanwhile the user may have left the list, or moved on in it. */
function listed(view: HistoryActions['view'], history: History): Actions {
  const { latest, set } = view;
  const read = async () => {
    const list = await history.list();
    change(view, (before) => ({ ...withList(before, list), ...noticeOf(list) }));
  };
  // Another fibtui may have deleted the run: then the list is another one now.
  const readAfterFailure = async (reason: unknown) => {
    await read().catch(() => {});
    change(view, (before) => ({ ...before, notice: sentenceOf(reason) }));
  };
  const thenRead = (work: Promise<void>) => void work.then(read).catch(readAfterFailure);

  return {
    show() {
      set(emptyHistory);
      thenRead(Promise.resolve());
    },
    open() {
      const item = itemAt(latest() ?? emptyHistory);
      if (item?.type === 'run') {
        void open(view, history, item.run.path).catch(readAfterFailure);
      }
    },
    remove: (paths) => thenRead(history.remove(paths)),
    annotate: (path, note) => thenRead(history.annotate(path, note)),
    back() {
      const { opened, ...list } = latest() ?? emptyHistory;
      set(opened ? list : undefined);
      if (opened) {
        // It may have been judged by the rules of today, or deleted.
        thenRead(Promise.resolve());
      }
    },
  };
}

function noticeOf({ unsaved, unread }: RunList): Pick<HistoryView, 'notice'> {
  const failure = unsaved ?? unread;
  return failure ? { notice: describe(failure) } : {};
}

/** Changes the view unless the user has left the list. */
function change(
  { latest, set }: HistoryActions['view'],
  after: (view: HistoryView) => HistoryView,
): void {
  const before = latest();
  if (before) {
    set(after(before));
  }
}

/** Opens a run, and closes it again if the cursor is elsewhere by then. */
async function open(view: HistoryActions['view'], history: History, path: string): Promise<void> {
  const opened = await history.open(path);
  const now = view.latest();
  const item = now && itemAt(now);
  if (item && pathOf(item) === path && !now.opened) {
    change(view, (before) => ({ ...before, opened }));
  } else {
    await opened.close();
  }
}
