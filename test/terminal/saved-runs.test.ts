import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { open, writeFile } from 'node:fs/promises';
import { constants } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../helpers/profiles/runs.ts';
import { newPerson, saveMadeUpRun, type Person } from '../helpers/terminal/saved-runs.ts';
import { printedBy, type Printed } from '../helpers/terminal/terminal-free.ts';
import { environment, program } from '../helpers/terminal/terminal.ts';

/** The built program of this user, without a terminal. */
const fibtuiOf =
  ({ env }: Person) =>
  async (...args: readonly string[]): Promise<Printed> =>
    printedBy([process.execPath, program, ...args], { env: environment(env) });

const idIn = ({ stdout }: Printed, row = 1): string =>
  /^\S+/.exec(stdout.split('\n')[row] ?? '')?.[0] ?? '';

test('history lists the runs with IDs, and show and replay take them', async (t) => {
  const person = await newPerson(t);
  const fibtui = fibtuiOf(person);
  await saveMadeUpRun(person);
  await saveMadeUpRun(person);
  const list = await fibtui('history');
  assert.match(list.stdout, /^id +when +workload .*\n(?:[\da-f]{4,} .* list .*\n){2}/);
  assert.deepEqual([list.code, list.stderr], [0, '']);
  const [played, shown] = [await fibtui('replay', idIn(list)), await fibtui('show', idIn(list))];
  assert.match(played.stdout, /^VERDICT /m);
  assert.match(shown.stdout, /^Shown: {3}the saved run of \d+ \w+ \d{4}, /);
  assert.equal(shown.stdout.replace(/^Shown:.*\n\n/, ''), played.stdout);
  assert.deepEqual(await fibtui('show', 'last', '--json'), await fibtui('replay', '--json'));
  assert.match((await fibtui('show', 'last~1', '--plain')).stdout, /^This is the saved run of /);
});

test('history --json is one array, with the IDs of the table', async (t) => {
  const person = await newPerson(t);
  const fibtui = fibtuiOf(person);
  assert.deepEqual(await fibtui('history', '--json'), { code: 0, stdout: '[]\n', stderr: '' });
  await saveMadeUpRun(person);
  const { stdout } = await fibtui('history', '--json');
  const [first, ...others] = JSON.parse(stdout) as readonly { readonly id: string }[];
  assert.deepEqual([first?.id, others], [idIn(await fibtui('history')), []]);
});

test('what is not saved is said in a sentence', async (t) => {
  const fibtui = fibtuiOf(await newPerson(t));
  const none = await fibtui('history');
  assert.match(none.stdout, /^There is no saved run yet: .*\.\n$/);
  assert.deepEqual([none.code, none.stderr], [0, '']);
  for (const command of ['show', 'replay']) {
    const { code, stdout, stderr } = await fibtui(command, 'lst');
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^fibtui: No saved run or file is called "lst": .*\.\n$/);
  }
});

test('notes that cannot be read are said in a sentence, unless there is no place for them', async (t) => {
  const person = await newPerson(t);
  await saveMadeUpRun(person);
  await writeFile(join(person.env['XDG_STATE_HOME']!, 'fibtui', 'runs', 'notes.json'), '{');
  for (const command of ['history', 'show']) {
    const { code, stderr } = await fibtuiOf(person)(command);
    assert.match(stderr, /^fibtui: The notes file .*notes\.json .*\.\n$/, command);
    assert.equal(code, 0);
  }

  assert.equal((await fibtuiOf(person)('show', '--json')).stderr, '');
});

test('a folder of runs that is none is said in a sentence', async (t) => {
  const person = await newPerson(t);
  const folder = join(person.env['XDG_STATE_HOME']!, 'fibtui');
  await writeFile(folder, '');
  const { code, stdout, stderr } = await fibtuiOf(person)('history');
  assert.deepEqual([code, stdout], [2, '']);
  assert.match(stderr, /^fibtui: The saved runs cannot be listed: .*\.\n$/);
});

const pipes = process.platform === 'win32' ? 'no named pipes here' : false;

test(
  'a reader that takes one line and goes is no reason to complain',
  { skip: pipes },
  async (t) => {
    const person = await newPerson(t);
    await saveMadeUpRun(person);
    for (const args of ['history', 'history --json', 'show']) {
      const line = `"$0" '${program}' ${args} | head -1; exit \${PIPESTATUS[0]}`;
      const { code, stdout, stderr } = await printedBy(['bash', '-c', line, process.execPath], {
        env: environment(person.env),
      });
      assert.deepEqual([code, stdout.split('\n').length, stderr], [0, 2, ''], args);
    }
  },
);

test('ctrl+c ends show also where its file never answers', { skip: pipes }, async (t) => {
  const [person, folder] = [await newPerson(t), await temporaryFolder(t)];
  const path = join(folder, 'run.json.gz');
  assert.equal(spawnSync('mkfifo', [path]).status, 0);
  using terminal = person.open({ args: ['show', path] });
  // Opening a pipe for writing waits for its reader.
  const writer = await open(path, 'w');
  t.after(async () => writer.close());
  terminal.press('ctrl+c');
  // A shell reports 130.
  assert.equal((await terminal.exited).signal, constants.signals.SIGINT);
});

test('on a terminal the table takes the width of the window', async (t) => {
  const person = await newPerson(t);
  await saveMadeUpRun(person);
  using terminal = person.open({ args: ['history'], columns: 130 });
  assert.equal((await terminal.exited).code, 0);
  assert.match(terminal.printed(), /interval/);
});
