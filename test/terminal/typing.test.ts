import assert from 'node:assert/strict';
import { test } from 'node:test';
import { terminalAnswers } from '../helpers/terminal/terminal-answers.ts';
import {
  assertRestored,
  current,
  endless,
  field,
  quick,
  warning,
} from '../helpers/terminal/terminal-screens.ts';
import { openTerminal } from '../helpers/terminal/terminal.ts';

const paste = (text: string): string => `\x1b[200~${text}\x1b[201~`;

test('pastes are asked for in brackets while the screen is shown, and no longer', async () => {
  using terminal = openTerminal({ args: quick });
  await terminal.until('SETUP');
  await terminal.until(() => terminal.emulator.modes.bracketedPasteMode);
  terminal.press('q');
  await terminal.exited;
  assertRestored(terminal);
});

test('an address pasted on the size neither quits nor types', async () => {
  using terminal = openTerminal({ args: quick });
  await terminal.until('in all');
  terminal.press(paste('http://queue.example:8265'));
  const screen = await terminal.until('▲ ');
  assert.match(screen, current('Size', '2,000'));
  assert.equal(warning(screen), 'The paste is no number: nothing was changed.');
  terminal.press(paste('5,000\r\n'));
  await terminal.until(current('Size', '5,000_'));
  terminal.press('enter');
  await terminal.until(current('Size', '5,000'));
});

test('a paste of every key leaves a run alone, and the screen says so', async () => {
  using terminal = openTerminal({ args: endless });
  await terminal.until('in all');
  terminal.press('enter');
  await terminal.until(/round \d+ of/);
  terminal.press(paste('\x1b\x1bqqh\x03'));
  await terminal.until('! nothing was pasted: this screen takes keys, no text');
  terminal.press('\x1b[5~');
  assert.match(
    await terminal.until((screen) => !screen.includes('nothing was pasted')),
    /round \d/,
  );
  terminal.press('ctrl+c');
  assert.equal((await terminal.exited).code, 130);
  assertRestored(terminal);
});

test('what a terminal sends on its own types nothing', async () => {
  using terminal = openTerminal({ args: quick });
  await terminal.until('in all');
  terminal.press('1');
  for (const answer of Object.values(terminalAnswers)) {
    terminal.press(answer, '0', answer, 'backspace');
  }

  terminal.press('2', 'enter');
  const screen = await terminal.until(current('Size', '12'));
  assert.match(screen, field('Rounds', '2'));
  assert.equal(warning(screen), '');
});
