import type { RunList, SavedRun, SkippedRun } from '../../core/report/run-summary.ts';
import type { Replay } from '../../core/session/session.ts';

/** The list of the saved runs, as far as the person's hands have come in it. */
export type HistoryView = {
  /** Undefined while it is read. */
  readonly list?: RunList;
  /** The item that the cursor is on, from 0. */
  readonly at: number;
  /** Whether it was asked to delete the item. */
  readonly asking: boolean;
  /** Why the last key was refused. */
  readonly notice?: string;
  /** A run that lies over the list. */
  readonly opened?: Replay;
};

export type HistoryItem =
  | { readonly type: 'run'; readonly run: SavedRun }
  | { readonly type: 'skipped'; readonly file: SkippedRun };

export const emptyHistory: HistoryView = { at: 0, asking: false };

/** The runs, and behind them the files that cannot be opened. */
export const itemsOf = ({ list }: HistoryView): readonly HistoryItem[] => [
  ...(list?.runs ?? []).map((run): HistoryItem => ({ type: 'run', run })),
  ...(list?.skipped ?? []).map((file): HistoryItem => ({ type: 'skipped', file })),
];

export const pathOf = (item: HistoryItem): string =>
  item.type === 'run' ? item.run.path : item.file.path;

/** With the cursor so many items further, within the list. */
export function moved(view: HistoryView, by: number): HistoryView {
  const last = Math.max(0, itemsOf(view).length - 1);
  const { notice: _, ...rest } = view;
  return { ...rest, asking: false, at: Math.min(Math.max(view.at + by, 0), last) };
}
