import type { SavedRun, SkippedRun } from '../../core/report/run-summary.ts';

/** A row of the list. */
export type HistoryItem =
  | { readonly type: 'run'; readonly run: SavedRun }
  | { readonly type: 'skipped'; readonly file: SkippedRun };

export const pathOf = (item: HistoryItem): string =>
  item.type === 'run' ? item.run.path : item.file.path;
