import type { RunList, SavedRun, SkippedRun } from '../../core/report/run-summary.ts';
import type { Replay } from '../../core/session/session.ts';

/** The user's position in the list of saved runs. */
export type HistoryView = {
  /** Undefined while the list is being read. */
  readonly list?: RunList;
  /** The index of the item under the cursor. */
  readonly at: number;
  /** Whether the user is asked to confirm a deletion. */
  readonly asking: boolean;
  /** Why the last key was refused. */
  readonly notice?: string;
  /** The run that is open, over the list. */
  readonly opened?: Replay;
};

export type HistoryItem =
  | { readonly type: 'run'; readonly run: SavedRun }
  | { readonly type: 'skipped'; readonly file: SkippedRun };

export const emptyHistory: HistoryView = { at: 0, asking: false };

/** The runs, followed by the files that cannot be opened. */
export const itemsOf = ({ list }: HistoryView): readonly HistoryItem[] => [
  ...(list?.runs ?? []).map((run): HistoryItem => ({ type: 'run', run })),
  ...(list?.skipped ?? []).map((file): HistoryItem => ({ type: 'skipped', file })),
];

export const pathOf = (item: HistoryItem): string =>
  item.type === 'run' ? item.run.path : item.file.path;

/** Moves the cursor, within the list. */
export function moved(view: HistoryView, by: number): HistoryView {
  const last = Math.max(0, itemsOf(view).length - 1);
  const { notice: _, ...rest } = view;
  return { ...rest, asking: false, at: Math.min(Math.max(view.at + by, 0), last) };
}
