import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isTooSmall } from '../../source/ui/canvas/frame.ts';
import { randomFlags } from '../helpers/terminal/random-flags.ts';
import { seeded } from '../helpers/numbers/random.ts';
import { runWithout } from '../helpers/terminal/terminal-free.ts';
import { assertRestored, drawnAt, quick } from '../helpers/terminal/terminal-screens.ts';
import { openTerminal, type Terminal } from '../helpers/terminal/terminal.ts';

/**
 * All keys except those that end or suspend the program, and f, which forces a plan that exceeds the memory. More of
 * them shrink the plan than enlarge it, and few are digits, so no run takes much of the machine.
 */
const keys = [
  'enter escape tab shift+tab backspace up down left right shift+left shift+right'.split(' '),
  'left left shift+left shift+left'.split(' '),
  // Pages, home, F1, a paste, Ctrl+A, Ctrl+Space.
  '\x1b[5~ \x1b[6~ \x1b[H \x1bOP \x1b[200~2\x1b[201~ \x01 \u0000'.split(' '),
  Array.from('0xpntwrlea +-?[]é漢'),
  // Timeline, details and history, and what works there.
  Array.from('gdh/c,.m<>'),
].flat();
const gusts = 400;
const gustKeys = 50;

/** Esc by itself. After a bare escape byte, the next character would be read as Alt and that character. */
const escape = '\x1b[27u';

/** An environment in which any typed Ray address is refused before a request, and no Python can start a head. */
function rayless(folder: string): Readonly<Record<string, string>> {
  for (const name of ['ray', 'python']) {
    writeFileSync(join(folder, name), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  }

  return { RAY_JOB_HEADERS: 'none', PATH: folder };
}

test('20,000 random keys on all screens with resizes between them leave it alive: ? helps, and q ends it', async (t) => {
  const random = seeded(20_261_123);
  const below = (most: number) => Math.floor(random() * most);
  const folder = mkdtempSync(join(tmpdir(), 'fibtui-storm-'));
  t.after(() => rmSync(folder, { recursive: true }));
  using terminal = openTerminal({ args: quick, env: rayless(folder) });
  await terminal.until('in all');
  // One run comes to its end before the storm, whatever the keys and the machine make of the others.
  terminal.press('enter');
  await terminal.until((screen) => title(screen).includes('RESULTS'));
  for (let gust = 0; gust < gusts; gust++) {
    const [columns, rows] = [1 + below(150), 1 + below(50)];
    await resized(terminal, columns, rows);
    terminal.press(...Array.from({ length: gustKeys }, () => keys[below(keys.length)] ?? ''));
    if (!isTooSmall({ columns, rows })) {
      await answered(terminal);
    }
  }

  await resized(terminal, 120, 40);
  await answered(terminal);
  await calmed(terminal);
  await answered(terminal);
  terminal.press('q');
  const { code } = await terminal.exited;
  assertRestored(terminal);
  assert.equal(code, /failed:/.test(terminal.printed()) ? 1 : 0, terminal.printed());
  assert.doesNotMatch(terminal.printed(), /^ +at /m);
});

async function resized(terminal: Terminal, columns: number, rows: number): Promise<void> {
  terminal.resize(columns, rows);
  await terminal.until(drawnAt(columns, rows));
}

const title = (screen: string): string => screen.split('\n', 1).join('');

/**
 * The program has handled all keys so far and answers `?` on any screen. The x completes an Esc before it; one Esc leaves
 * what is being typed, another one a help that searched.
 */
async function answered(terminal: Terminal): Promise<void> {
  terminal.press('x', escape, escape, '?');
  await terminal.until((screen) => title(screen).includes('HELP'));
  terminal.press('?');
  await terminal.until((screen) => !title(screen).includes('HELP'));
}

/** Leaves what is being typed, and a run, for a screen that takes q. */
async function calmed(terminal: Terminal): Promise<void> {
  await terminal.until((screen) => !screen.includes('calibrating, then'));
  // One escape a level: what is typed, a filter, a replay, the list of runs, a run.
  terminal.press('x', ...Array.from({ length: 6 }, () => escape));
  await terminal.until((screen) => /SETUP|RESULTS/.test(title(screen)));
}

test('random combinations of flags end with 0, 1 or 2 and never show a stack', async () => {
  const lines = randomFlags(8, 32).filter((argv) => argv.every((part) => !part.includes('\u0000')));
  const wide = 4;
  for (let first = 0; first < lines.length; first += wide) {
    const batch = lines.slice(first, first + wide);
    for (const [index, { code, stderr }] of (
      await Promise.all(batch.map(async (argv) => runWithout(...argv)))
    ).entries()) {
      const said = `${JSON.stringify(batch[index])}: ${code} ${stderr}`;
      assert.ok(code === 0 || code === 1 || code === 2, said);
      assert.match(stderr, code === 0 ? /^$/ : /^fibtui: [^\n]+\n$/, said);
    }
  }
});
