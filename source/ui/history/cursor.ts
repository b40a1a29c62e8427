import { createLatestCache } from '../../core/latest-cache.ts';
import type { RunList } from '../../core/report/run-summary.ts';
import type { Replay } from '../../core/session/session.ts';
import { isFound } from './filter.ts';
import { pathOf, type HistoryItem } from './items.ts';

/** The user's position in the list of saved runs. */
export type HistoryView = {
  /** Undefined while the list is being read. */
  readonly list?: RunList;
  /** Only what has all words of this text is shown. */
  readonly filter: string;
  /** The index of the item under the cursor, among those that are shown. */
  readonly at: number;
  /** The paths of the marked items, shown or not. */
  readonly marked: ReadonlySet<string>;
  readonly doing: Doing;
  /** Why the last key was refused. */
  readonly notice?: string;
  /** The run that is open, over the list. */
  readonly opened?: Replay;
};

/** What the keys are for. */
export type Doing =
  | { readonly type: 'choosing' }
  /** The filter is typed; `before` is the one to go back to. */
  | { readonly type: 'filtering'; readonly before: string }
  | { readonly type: 'annotating'; readonly path: string; readonly text: string }
  /** The user is asked to confirm. */
  | { readonly type: 'deleting'; readonly paths: readonly string[] };

const choosing: Doing = { type: 'choosing' };

export const emptyHistory: HistoryView = {
  filter: '',
  at: 0,
  marked: new Set(),
  doing: choosing,
};

const items = createLatestCache<RunList, readonly HistoryItem[]>();

/** The runs, followed by the files that cannot be opened: those that the filter finds. */
export const itemsOf = ({ list, filter }: HistoryView): readonly HistoryItem[] =>
  list
    ? items(list, [filter], () =>
        [
          ...list.runs.map((run): HistoryItem => ({ type: 'run', run })),
          ...list.skipped.map((file): HistoryItem => ({ type: 'skipped', file })),
        ].filter((item) => isFound(item, filter)),
      )
    : [];

export const itemAt = (view: HistoryView): HistoryItem | undefined => itemsOf(view)[view.at];

/** Moves the cursor, within the list. */
export function moved(view: HistoryView, by: number): HistoryView {
  const last = Math.max(0, itemsOf(view).length - 1);
  return { ...view, at: Math.min(Math.max(view.at + by, 0), last) };
}

/** Back to choosing, without a notice. */
export function atRest(view: HistoryView): HistoryView {
  const { notice: _, ...rest } = view;
  return { ...rest, doing: choosing };
}

/** Marks what is under the cursor, or takes its mark away. */
export function withMark(view: HistoryView): HistoryView {
  const item = itemAt(view);
  if (!item) {
    return view;
  }

  const marked = new Set(view.marked);
  if (!marked.delete(pathOf(item))) {
    marked.add(pathOf(item));
  }

  return { ...view, marked };
}

/** Shows what a filter finds. The cursor stays on its item if that is found, and goes to the first one otherwise. */
export const withFilter = (view: HistoryView, filter: string): HistoryView =>
  rejoined({ ...view, filter }, itemAt(view), 0);

/** Shows a list that was read again. The cursor stays on its item, or at its height if that is gone. */
export function withList(view: HistoryView, list: RunList): HistoryView {
  const there = new Set([...list.runs, ...list.skipped].map(({ path }) => path));
  const marked = new Set([...view.marked].filter((path) => there.has(path)));
  return rejoined({ ...view, list, marked }, itemAt(view), view.at);
}

function rejoined(
  view: HistoryView,
  item: HistoryItem | undefined,
  otherwise: number,
): HistoryView {
  const at = item ? itemsOf(view).findIndex((found) => pathOf(found) === pathOf(item)) : -1;
  return moved({ ...view, at: at < 0 ? otherwise : at }, 0);
}

/** What a deletion would take: what is marked, or else what is under the cursor. */
export function doomedPaths(view: HistoryView): readonly string[] {
  const item = itemAt(view);
  return view.marked.size > 0
    ? [...view.marked]
    : [item].flatMap((one) => (one ? [pathOf(one)] : []));
}
