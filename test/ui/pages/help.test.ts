import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentWidth, frameOf, smallest, type Room } from '../../../source/ui/canvas/frame.ts';
import { textOf } from '../../../source/ui/canvas/line.ts';
import { chapters } from '../../../source/ui/pages/help-text.ts';
import { helpPage } from '../../../source/ui/pages/help.ts';
import { lastTop, pagerPicture } from '../../../source/ui/parts/pager.ts';
import { themeOf } from '../../../source/ui/canvas/theme.ts';

const theme = themeOf(false);

const helpAt = (top: number, room: Room) =>
  frameOf(pagerPicture({ page: helpPage(theme), top }, room, theme), room, theme).map(textOf);

test('at 60x16 the help begins with the keys of the setup screen', () => {
  assert.deepEqual(helpAt(0, smallest).slice(0, 4), [
    '╭─ fibtui ───────────────────────────────────────── HELP ─╮',
    '│ KEYS ON THE SETUP SCREEN                                │',
    '│   ↑/↓          go to another field; so does tab         │',
    '│   ←/→          change a value; the size by 1, 2, 5      │',
  ]);
});

test('every line of it fits the smallest window whole, in ASCII too', () => {
  for (const shown of [theme, themeOf(true)]) {
    for (const [term, meaning] of chapters(shown).flatMap((chapter) => chapter.entries)) {
      assert.ok(term.length <= 12, term);
      assert.ok(15 + meaning.length <= contentWidth(smallest), `${term}: ${meaning}`);
    }
  }
});

test('scrolled to its end it shows the last line, and not beyond', () => {
  const end = lastTop(helpPage(theme).rows, smallest);
  const rows = helpAt(end, smallest);
  assert.match(rows.at(-3) ?? '', /^│ {3}! {12}a warning/);
  assert.deepEqual(helpAt(end + 5, smallest), rows);
});

test('a window that holds all of it cannot be scrolled', () => {
  assert.equal(lastTop(helpPage(theme).rows, { columns: 80, rows: 200 }), 0);
});

test('its last row says which lines are shown', () => {
  assert.match(helpAt(3, smallest).at(-1) ?? '', /lines 4 to 15 of \d+/);
});
