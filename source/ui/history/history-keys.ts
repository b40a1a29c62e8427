import { longDate } from '../../core/text/date.ts';
import { keysWidth, type Room } from '../canvas/frame.ts';
import { keyHints, type KeyHint } from '../canvas/key-hints.ts';
import { line, piece, type Line } from '../canvas/line.ts';
import { oneRow } from '../canvas/paragraphs.ts';
import type { Theme } from '../canvas/theme.ts';
import { doomedPaths, itemAt, itemsOf, type HistoryView } from './cursor.ts';
import { pathOf } from './items.ts';
import { fileName } from '../../core/history/run-texts.ts';

/** The keys that work now. */
export function keysLine(view: HistoryView, room: Room, theme: Theme): Line {
  const width = keysWidth(room);
  switch (view.doing.type) {
    case 'choosing':
      return keyHints(choosingHints(view, theme), width, theme.ascii ? '...' : '…');
    case 'filtering':
      return keyHints(filteringHints(theme), width);
    case 'annotating':
      return keyHints(annotatingHints, width);
    case 'deleting':
      return line(piece(oneRow(questions(view, view.doing.paths), width), 'warning'));
  }
}

function choosingHints(view: HistoryView, { backspace }: Theme): readonly KeyHint[] {
  const item = itemAt(view);
  const onRun: readonly KeyHint[] = item?.type === 'run' ? [{ keys: 'enter', does: ['open'] }] : [];
  const onItem: readonly KeyHint[] = item ? [{ keys: 'space', does: ['mark'], rank: 2 }] : [];
  const note: readonly KeyHint[] =
    item?.type === 'run' ? [{ keys: 't', does: ['note'], rank: 2 }] : [];
  const deletion: readonly KeyHint[] =
    doomedPaths(view).length > 0 ? [{ keys: backspace, does: ['delete'], rank: 1 }] : [];
  const isFiltered = view.filter !== '';
  const filter: readonly KeyHint[] =
    item || isFiltered ? [{ keys: '/', does: ['filter'], rank: 1 }] : [];
  return [
    ...onRun,
    ...onItem,
    ...filter,
    ...note,
    ...deletion,
    { keys: 'esc', does: [isFiltered ? 'all runs' : 'back'] },
    { keys: '?', does: ['help'] },
    { keys: 'q', does: ['quit'], rank: 3 },
  ];
}

const filteringHints = ({ arrows }: Theme): readonly KeyHint[] => [
  { keys: 'enter', does: ['keep the filter', 'keep it'] },
  { keys: 'esc', does: ['leave it'] },
  { keys: arrows.upDown, does: ['choose'], rank: 1 },
];

const annotatingHints: readonly KeyHint[] = [
  { keys: 'enter', does: ['keep the note', 'keep it'] },
  { keys: 'esc', does: ['leave it as it was', 'leave it'] },
];

/** What a deletion takes, from the longest wording to the shortest. */
function questions(view: HistoryView, paths: readonly string[]): readonly string[] {
  const what = doomedText(view, paths);
  return [
    `backspace again deletes ${what} for good, any other key keeps ${paths.length > 1 ? 'them' : 'it'}`,
    `backspace again deletes ${what}, any other key keeps`,
    `backspace again deletes ${what}`,
  ];
}

function doomedText(view: HistoryView, paths: readonly string[]): string {
  const hidden = paths.length - itemsOf(view).filter((item) => paths.includes(pathOf(item))).length;
  if (view.marked.size > 0) {
    const unseen = hidden > 0 ? ` (${hidden} not shown)` : '';
    return paths.length === 1
      ? `the marked run${unseen}`
      : `the ${paths.length} marked runs${unseen}`;
  }

  const item = itemAt(view);
  if (item?.type === 'run') {
    return `the run of ${longDate(item.run.when)}`;
  }

  return paths.map(fileName).join(', ');
}
