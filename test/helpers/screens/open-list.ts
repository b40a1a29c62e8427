import assert from 'node:assert/strict';
import { itemAt, type HistoryView } from '../../../source/ui/history/cursor.ts';
import {
  isTyping,
  onHistory,
  onHistoryPaste,
} from '../../../source/ui/history/history-controls.ts';
import { pathOf } from '../../../source/ui/history/items.ts';

/** A list of saved runs that answers keys: the view as it is, and what was called. */
export function openList(view: HistoryView) {
  let latest: HistoryView | undefined = view;
  const calls: string[] = [];
  const now = (): HistoryView => latest ?? assert.fail('the list is closed');
  const cursor = (): string => {
    const item = itemAt(now());
    return item ? pathOf(item) : 'nothing';
  };
  const targets = {
    quit: () => void calls.push('quit'),
    historyActions: {
      view: {
        value: view,
        latest: () => latest,
        set: (next: HistoryView | undefined) => void (latest = next),
      },
      show: () => void calls.push('show'),
      open: () => void calls.push(`open ${cursor()}`),
      remove: (paths: readonly string[]) => void calls.push(`remove ${paths.join(' ')}`),
      annotate: (path: string, note: string) => void calls.push(`note ${path} "${note}"`),
      back: () => void calls.push('back'),
    },
  };
  return {
    calls,
    now,
    cursor,
    press: (...keys: readonly string[]) => keys.forEach((key) => onHistory(targets, key)),
    type: (text: string) => Array.from(text).forEach((key) => onHistory(targets, key)),
    paste: (text: string) => onHistoryPaste(targets, text),
    typing: () => isTyping(targets),
  };
}
