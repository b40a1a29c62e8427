import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { newPerson } from '../helpers/terminal/saved-runs.ts';
import { runWithout } from '../helpers/terminal/terminal-free.ts';
import { endless, quick } from '../helpers/terminal/terminal-screens.ts';
import { openTerminal, type Terminal } from '../helpers/terminal/terminal.ts';

const confirm = /^Enter runs it.*, back goes to the questions, q quits:$/m;
const again = /Enter runs it again,.* q quits:$/m;

/** Answers every question with Enter, and runs. */
async function started(terminal: Terminal): Promise<void> {
  await terminal.until('Size,');
  terminal.press('run', 'enter');
  await terminal.until(confirm);
  terminal.press('enter');
}

const ways = {
  '--plain': { args: [...quick, '--plain'] },
  INK_SCREEN_READER: { args: quick, env: { INK_SCREEN_READER: 'true' } },
  '--plain on a dumb terminal': { args: [...quick, '--plain'], env: { TERM: 'dumb' } },
} as const;

for (const [name, options] of Object.entries(ways)) {
  test(`${name} asks, runs and tells the results, all in sentences`, async () => {
    using terminal = openTerminal({ ...options, columns: 200, rows: 60 });
    await terminal.until(/^Size, 2,000 terms\. Enter to keep it, or a number:$/m);
    terminal.press('3k', 'enter');
    for (const question of [
      'Tasks, 4.',
      'Workers',
      'Rounds, 2.',
      'Workload, list',
      'Engines',
      'Ray',
    ]) {
      await terminal.until(question);
      terminal.press('enter');
    }

    await terminal.until(confirm);
    terminal.press('enter');
    await terminal.until(again);
    terminal.press('q', 'enter');
    assert.deepEqual(await terminal.exited, { code: 0, signal: undefined });
    const told = terminal.printed();
    assert.match(told, /^4 sequences of 3,000 terms, one after another \(local/m);
    assert.match(told, /^Round \d of 2: (local|pool) /m);
    assert.match(told, /^VERDICT: pool is /m);
    assert.doesNotMatch(told, /[│─╭█▇━]/);
    assert.ok(!terminal.output().includes('\u001B'));
  });
}

test('fibtui run --plain runs before it asks anything', async () => {
  using terminal = openTerminal({ args: ['run', ...quick, '--plain'], columns: 200 });
  await terminal.until(again);
  assert.doesNotMatch(terminal.printed(), /SETUP|Size, /);
  terminal.press('back', 'enter');
  await terminal.until('Size,');
  terminal.press('q', 'enter');
  assert.deepEqual(await terminal.exited, { code: 0, signal: undefined });
});

test('a run that is told is kept, and told again by replay', async (t) => {
  const person = await newPerson(t);
  using terminal = person.open({ args: [...quick, '--plain'], columns: 200 });
  await started(terminal);
  await terminal.until(again);
  terminal.press('q', 'enter');
  await terminal.exited;
  using replayed = person.open({ args: ['replay', '--plain'], columns: 200 });
  assert.equal((await replayed.exited).code, 0);
  const verdict = (text: string) => /^VERDICT.*/m.exec(text)?.[0];
  assert.equal(verdict(replayed.printed()), verdict(terminal.printed()));
  assert.ok(!replayed.output().includes('\u001B'));
});

for (const [key, code] of [
  ['ctrl+c', 130],
  ['\u0004', 0],
] as const) {
  test(`${JSON.stringify(key)} at a question ends with ${code}`, async () => {
    using terminal = openTerminal({ args: [...quick, '--plain'] });
    await terminal.until('Size,');
    terminal.press(key);
    assert.deepEqual(await terminal.exited, { code, signal: undefined });
  });
}

test('ctrl+c in a run tells what was measured until then and ends with 130', async () => {
  using terminal = openTerminal({ args: [...endless, '--plain'], columns: 200 });
  await started(terminal);
  await terminal.until(/^Round \d+ of 1,000/m);
  terminal.press('ctrl+c');
  assert.deepEqual(await terminal.exited, { code: 130, signal: undefined });
  assert.match(terminal.printed(), /^Stopped after \d+ of 1,000 rounds/m);
  assert.match(terminal.printed(), /^VERDICT: /m);
});

test('the end of input in a run lets it come to its end', async () => {
  using terminal = openTerminal({ args: [...quick, '--plain'], columns: 200 });
  await started(terminal);
  await terminal.until('RUN.');
  terminal.press('\u0004');
  assert.deepEqual(await terminal.exited, { code: 0, signal: undefined });
  assert.match(terminal.printed(), /^VERDICT: /m);
});

test('stop cancels a run, and its finished rounds are told', async () => {
  using terminal = openTerminal({ args: [...endless, '--plain'], columns: 200 });
  await started(terminal);
  await terminal.until(/^Round \d+ of 1,000/m);
  terminal.press('hello', 'enter');
  await terminal.until(/^hello\r?\n+Type stop and Enter to cancel it/m);
  terminal.press('stop', 'enter');
  await terminal.until(again);
  assert.match(terminal.printed(), /^Stopped after \d+ of 1,000 rounds/m);
  terminal.press('back', 'enter');
  await terminal.until(/The questions again\.\n+Size,/);
  terminal.press('q', 'enter');
  assert.equal((await terminal.exited).code, 0);
});

for (const [signal, code] of [
  ['SIGHUP', 129],
  ['SIGTERM', 143],
] as const) {
  test(`${signal} at a question ends with ${code}`, async () => {
    using terminal = openTerminal({ args: [...quick, '--plain'] });
    await terminal.until('Size,');
    terminal.signal(signal);
    assert.deepEqual(await terminal.exited, { code, signal: undefined });
  });
}

test(
  'a window that is shut ends it with 129, and what had finished is kept',
  { skip: process.platform === 'win32' },
  async (t) => {
    const person = await newPerson(t);
    using asked = person.open({ args: [...endless, '--plain'], columns: 200 });
    await asked.until('Size,');
    asked.shut();
    assert.deepEqual(await asked.exited, { code: 129, signal: undefined });

    using running = person.open({ args: [...endless, '--plain'], columns: 200 });
    await started(running);
    await running.until(/^Round \d+ of 1,000/m);
    running.shut();
    assert.deepEqual(await running.exited, { code: 129, signal: undefined });
    const runs = await readdir(join(person.env['XDG_STATE_HOME'] ?? '', 'fibtui', 'runs'));
    assert.equal(runs.length, 1);
  },
);

test('without a terminal --plain changes nothing', async () => {
  const { code, stdout, stderr } = await runWithout(...quick, '--plain');
  assert.match(stdout, /^VERDICT +pool/m);
  assert.doesNotMatch(stdout, /Enter/);
  assert.deepEqual([code, stderr], [0, '']);
});

test('a film has no place in it, and a demo has none either', async () => {
  using film = openTerminal({ args: ['--plain', '--record', '/dev/null'], columns: 200 });
  assert.equal((await film.exited).code, 2);
  assert.match(
    film.printed(),
    /^fibtui: --record is given, but a session in sentences has no screen/m,
  );
  using demo = openTerminal({ args: ['demo'], columns: 200, env: { INK_SCREEN_READER: 'true' } });
  assert.equal((await demo.exited).code, 2);
  assert.match(demo.printed(), /^fibtui: demo is a tour of the screens/m);
});
