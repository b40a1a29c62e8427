import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentWidth, frameOf, smallest, type Room } from '../../../source/ui/canvas/frame.ts';
import { textOf } from '../../../source/ui/canvas/line.ts';
import { chapters } from '../../../source/ui/pages/help-text.ts';
import { helpPicture, lastHelpTop, type HelpView } from '../../../source/ui/pages/help.ts';
import { themeOf } from '../../../source/ui/canvas/theme.ts';

const theme = themeOf(false);

const setup: HelpView = { top: 0, over: 'setup' };

const helpOf = (view: Partial<HelpView>, room: Room = smallest, shown = theme) =>
  frameOf(helpPicture({ ...setup, ...view }, room, shown), room, shown).map((row) =>
    textOf(row).trimEnd(),
  );

const screens = ['setup', 'run', 'results', 'details', 'timeline', 'history', 'replay'];

test('at 60x16 the help begins with the keys of the screen below it', () => {
  assert.deepEqual(helpOf({}), [
    '╭─ fibtui ───────────────────────────────────────── HELP ─╮',
    '│ KEYS ON THE SETUP SCREEN                                │',
    '│   enter        runs the plan, or accepts what is typed  │',
    '│   ↑/↓          go to another field; so does tab         │',
    '│   ←/→          change the value; the size by 1, 2, 5    │',
    '│   [ ]          halve and double the number              │',
    '│   0-9          type a number: 50,000, 50k, 1.5k, 5e4    │',
    '│   backspace    corrects; on Ray it edits the address    │',
    '│   space        switches an engine, or Ray, on or off    │',
    '│   w            waits for a quiet machine, then runs     │',
    '│   r            tries again to reach Ray                 │',
    '│   p f          too much memory: pair instead, or force  │',
    '│   h            shows the saved runs                     │',
    '╰─────────────────────────────────────────────────────────╯',
    ' esc back  / find  ↑/↓ scroll          lines 1 to 12 of 181',
  ]);
  assert.equal(helpOf({ over: 'timeline' })[1]?.slice(2, 22), 'KEYS ON THE TIMELINE');
});

test('the words of the screen below it come before those of the others', () => {
  const titles = (over: string) => chapters(theme, over).map(({ title }) => title);
  assert.deepEqual(titles('results'), [
    'KEYS ON THE RESULTS',
    'KEYS EVERYWHERE',
    'WORDS OF THE RESULTS',
    'KEYS ON THE SETUP SCREEN',
    'KEYS DURING A RUN',
    'KEYS IN THE DETAILS',
    'KEYS ON THE TIMELINE',
    'KEYS AMONG SAVED RUNS',
    'KEYS IN A REPLAY',
    'KEYS IN THIS HELP',
    'WORDS OF THE PLAN',
    'WORDS OF A RUN',
    'WORDS OF THE TIMELINE',
  ]);
  for (const over of [...screens, 'unknown']) {
    assert.deepEqual(titles(over).toSorted(), titles('setup').toSorted());
  }
});

test('every line of it fits the smallest window whole, in ASCII too', () => {
  for (const shown of [theme, themeOf(true)]) {
    for (const over of screens) {
      for (const [term, meaning] of chapters(shown, over).flatMap(({ entries }) => entries)) {
        assert.ok(term.length <= 12, term);
        assert.ok(15 + meaning.length <= contentWidth(smallest), `${term}: ${meaning}`);
      }
    }
  }
});

test('a wide window has several columns, and the text runs from one to the next', () => {
  assert.deepEqual(helpOf({ over: 'timeline' }, { columns: 120, rows: 20 }), [
    '╭─ fibtui ───────────────────────────────────────────────────────────────────────────────────────────────────── HELP ─╮',
    '│ KEYS ON THE TIMELINE                                      KEYS EVERYWHERE                                           │',
    '│   c            one engine alone, the next, all of them      ?            shows this help, and hides it              │',
    '│   , .          previous and next round                      q            quits; not while something is measured     │',
    '│   + -          zoom in and out, around the middle           ctrl+c       cancels what runs, and quits               │',
    '│   ←/→          earlier and later                            ctrl+z       suspends; fg in the shell comes back       │',
    '│   0            shows the whole time                                                                                 │',
    '│   ↑/↓          other workers, where not all fit                                                                     │',
    '│   pgup pgdn    other workers, by the page                                                                           │',
    '│   w            above 32 workers: a row each, or groups                                                              │',
    '│   g            back                                                                                                 │',
    '│   esc          back                                                                                                 │',
    '│                                                                                                                     │',
    '│                                                                                                                     │',
    '│                                                                                                                     │',
    '│                                                                                                                     │',
    '│                                                                                                                     │',
    '╰─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯',
    ' esc back  / find  ↑/↓ scroll  pgup pgdn page                                                      lines 1 to 32 of 230',
  ]);
  const rows = helpOf({}, { columns: 200, rows: 50 });
  assert.match(rows[1] ?? '', /KEYS ON THE SETUP SCREEN.*│$/);
  assert.match(rows.at(-1) ?? '', /lines 1 to 138 of \d+$/);
});

test('scrolled to its end it shows the last line, and not beyond', () => {
  const end = lastHelpTop(setup, smallest, theme);
  const rows = helpOf({ top: end });
  assert.match(rows.at(-3) ?? '', /governor/);
  assert.deepEqual(helpOf({ top: end + 5 }), rows);
});

test('a window that holds all of it cannot be scrolled', () => {
  assert.equal(lastHelpTop(setup, { columns: 80, rows: 250 }, theme), 0);
  assert.equal(lastHelpTop(setup, { columns: 200, rows: 80 }, theme), 0);
});

test('its last row says which lines are shown', () => {
  assert.match(helpOf({ top: 3 }).at(-1) ?? '', /lines 4 to 15 of \d+/);
});

test('what is typed to find leaves the lines that have it, under their titles', () => {
  assert.deepEqual(helpOf({ find: 'ROUNDS' }), [
    '╭─ fibtui ───────────────────────────────────────── HELP ─╮',
    '│ WORDS OF THE PLAN                                       │',
    '│   run          some rounds of the same tasks, a verdict │',
    '│                                                         │',
    '│ KEYS DURING A RUN                                       │',
    '│   esc          asks, then cancels; finished rounds stay │',
    '│                                                         │',
    '│ KEYS ON THE RESULTS                                     │',
    '│   +            runs it again with twice the rounds      │',
    '│                                                         │',
    '│ WORDS OF A RUN                                          │',
    '│   so far       from the rounds that have ended          │',
    '│                                                         │',
    '╰─────────────────────────────────────────────────────────╯',
    ' find: ROUNDS_   esc shows all          lines 1 to 12 of 16',
  ]);
  assert.deepEqual(helpOf({ find: 'xyz' }).slice(1, 3), [
    '│ Nothing in the help has "xyz".                          │',
    '│                                                         │',
  ]);
});

test('it is ASCII alone where that is asked for', () => {
  for (const find of [undefined, 'a']) {
    const rows = helpOf(find === undefined ? {} : { find }, smallest, themeOf(true));
    assert.match(rows.join('\n'), /^[ -~\n]*$/);
  }
});
