import { longestNote } from '../../core/report/run-summary.ts';
import type { KeyPress } from '../input/keys.ts';
import { pastedLine } from '../input/pasted.ts';
import { afterTyped, withAddedText } from '../input/typed-line.ts';
import {
  atRest,
  doomedPaths,
  itemAt,
  moved,
  withFilter,
  withMark,
  type Doing,
  type HistoryView,
} from './cursor.ts';
import type { HistoryActions } from './use-history.ts';

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

/** Enough for any text of a row. */
const longestFilter = 100;

/** Whether letters are typed into a field. */
export function isTyping({ historyActions }: Pick<HistoryKeyTargets, 'historyActions'>): boolean {
  const type = historyActions.view.latest()?.doing.type;
  return type === 'filtering' || type === 'annotating';
}

/** A key on the list of saved runs. */
export function onHistory(targets: HistoryKeyTargets, key: KeyPress): void {
  const { historyActions } = targets;
  const view = historyActions.view.latest();
  if (!view) {
    return;
  }

  const rested = atRest(view);
  switch (view.doing.type) {
    case 'choosing':
      return onChoosing(targets, rested, key);
    case 'filtering':
      return historyActions.view.set(afterFilterKey(view, view.doing.before, key));
    case 'annotating':
      return onNote(historyActions, { view, doing: view.doing }, key);
    case 'deleting':
      historyActions.view.set(rested);
      if (key === 'backspace') {
        historyActions.remove(view.doing.paths);
      }
  }
}

/** A paste goes whole into the field that is open; false if none is. */
export function onHistoryPaste({ historyActions }: HistoryKeyTargets, text: string): boolean {
  const view = historyActions.view.latest();
  if (!view || !isTyping({ historyActions })) {
    return false;
  }

  const given = pastedLine(text);
  historyActions.view.set(
    'refusal' in given ? { ...view, notice: given.refusal } : withAdded(view, given.text),
  );
  return true;
}

function withAdded(view: HistoryView, text: string): HistoryView {
  const { doing, filter } = view;
  return doing.type === 'annotating'
    ? { ...view, doing: { ...doing, text: withAddedText(doing.text, text, longestNote) } }
    : withFilter(view, withAddedText(filter, text, longestFilter));
}

function onChoosing(
  { historyActions, quit }: HistoryKeyTargets,
  view: HistoryView,
  key: KeyPress,
): void {
  const { set } = historyActions.view;
  switch (key) {
    case 'enter':
      set(view);
      return historyActions.open();
    case 'h':
      return historyActions.back();
    case 'escape':
      return view.filter === '' ? historyActions.back() : set(withFilter(view, ''));
    case 'q':
      return quit();
    default:
      set(afterKey(view, key));
  }
}

function afterKey(view: HistoryView, key: KeyPress): HistoryView {
  const item = itemAt(view);
  const paths = doomedPaths(view);
  switch (key) {
    case ' ':
      return withMark(view);
    case '/':
      return { ...view, doing: { type: 'filtering', before: view.filter } };
    case 't':
      return item?.type === 'run' ? { ...view, doing: noteOn(item.run) } : view;
    case 'backspace':
      return paths.length > 0 ? { ...view, doing: { type: 'deleting', paths } } : view;
    default:
      return moved(view, steps[key] ?? 0);
  }
}

const noteOn = ({ path, note = '' }: { readonly path: string; readonly note?: string }): Doing => ({
  type: 'annotating',
  path,
  text: note,
});

/** While a filter is typed, the arrows still move the cursor. */
function afterFilterKey(view: HistoryView, before: string, key: KeyPress): HistoryView {
  switch (key) {
    case 'enter':
      return atRest(withFilter(view, view.filter.trim()));
    case 'escape':
      return atRest(withFilter(view, before));
    default: {
      const typed = afterTyped(view.filter, key, longestFilter);
      return typed === undefined ? moved(view, steps[key] ?? 0) : withFilter(view, typed);
    }
  }
}

type Annotating = {
  readonly view: HistoryView;
  readonly doing: Extract<Doing, { readonly type: 'annotating' }>;
};

function onNote(actions: HistoryActions, { view, doing }: Annotating, key: KeyPress): void {
  const { set } = actions.view;
  switch (key) {
    case 'enter':
      set(atRest(view));
      return actions.annotate(doing.path, doing.text.trim());
    case 'escape':
      return set(atRest(view));
    default:
      set({
        ...view,
        doing: { ...doing, text: afterTyped(doing.text, key, longestNote) ?? doing.text },
      });
  }
}
