import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Settings } from '../../../source/core/plan/settings.ts';
import { askSettings } from '../../../source/front/plain/questions.ts';
import { machineWith, settingsWith, stateWith } from '../../helpers/profiles/profiles.ts';

const state = stateWith({ machine: machineWith({ cpus: 4 }) });

type Heard = { readonly settings: Settings | undefined; readonly said: readonly string[] };

/** Answers the questions one after another, and then with Enter. */
async function answered(answers: readonly string[], given: Partial<Settings> = {}): Promise<Heard> {
  const said: string[] = [];
  const left = [...answers];
  const talk = {
    say: (sentence: string) => void said.push(sentence),
    async ask(question: string) {
      said.push(question);
      return left.shift() ?? '';
    },
  };
  const session = { state: () => state };
  const settings = await askSettings({ talk, session }, settingsWith(given));
  return { settings, said };
}

test('every field of the plan is a question, and Enter keeps it', async () => {
  const given = { size: 50_000, tasks: 'auto', workers: 'cpus' } as const;
  const { settings, said } = await answered([], given);
  assert.deepEqual(settings, settingsWith(given));
  assert.deepEqual(said, [
    'Size, 50,000 terms. Enter to keep it, or a number:',
    'Tasks, auto, which makes 200. Enter to keep that, or a number, auto or cpus:',
    'Workers of the pool, 4, one for each CPU. Enter to keep that, or a number or cpus:',
    'Rounds, 5. Enter to keep them, or a number:',
    'Workload, list. Enter to keep it, or pair or bigint:',
    'Engines, local and pool. Enter to keep them, or names separated by commas:',
    'Ray, off. Enter to keep it off, or start, or the address of a dashboard:',
  ]);
});

test('answers are numbers as the flags take them, names, and an address', async () => {
  const { settings } = await answered(['100k', '1_000', '8', '10', 'pair', 'pool', '10.0.0.7']);
  const { size, tasks, workers, rounds, workload, engines, ray } = settings!;
  assert.deepEqual([size, tasks, workers, rounds, workload], [100_000, 1000, 8, 10, 'pair']);
  assert.deepEqual(engines, ['pool', 'ray']);
  assert.deepEqual(ray, { at: 'http://10.0.0.7:8265', from: 'your answer' });
});

test('start is a Ray of its own, and off switches Ray off again', async () => {
  const skipped = ['', '', '', '', '', ''];
  const { settings } = await answered([...skipped, 'start']);
  assert.deepEqual([settings?.engines, settings?.ray.at], [['local', 'pool', 'ray'], 'start']);
  const off = await answered([...skipped, 'off'], { engines: ['local', 'ray'] });
  assert.deepEqual(off.settings?.engines, ['local']);
});

test('what makes no sense is answered with what does, and asked again', async () => {
  const { settings, said } = await answered(['50.000', '300001', 'many', '?', '20k']);
  assert.equal(settings?.size, 20_000);
  const size = 'Size, 1,000 terms. Enter to keep it, or a number:';
  assert.deepEqual(said.slice(0, 9), [
    size,
    '"50.000" is not a number: write 50,000.',
    size,
    'List takes 0 to 300,000 terms, pair up to 10,000,000.',
    size,
    '"many" is not a number: write one like 50000, 50k or 5e4.',
    size,
    'The number of terms in one Fibonacci sequence, which is one task: 0 to 300,000 with list. The more terms, the longer a task takes.',
    size,
  ]);
});

test('names that nobody has and addresses that are none are refused', async () => {
  const skipped = ['', '', '', ''];
  const { said } = await answered([...skipped, 'lists', '', 'warp', '', 'ray://h']);
  assert.ok(said.includes('There is no workload "lists": take list, pair or bigint.'));
  assert.ok(said.includes('Take local, pool or python, or several, separated by commas.'));
  assert.ok(
    said.some((line) => line.startsWith('The Ray address (from your answer) is a Ray Client')),
  );
});

test('a workload brings the size into its range and Ray off, and says so', async () => {
  const asked = ['', '', '', '', 'bigint'];
  const { settings, said } = await answered(asked, {
    size: 1_000_000,
    workload: 'pair',
    engines: ['local', 'ray'],
  });
  assert.deepEqual([settings?.size, settings?.engines], [300_000, ['local']]);
  assert.ok(
    said.includes(
      'bigint goes up to 300,000 terms, so that is the size now. bigint does not exist on Ray, so Ray is off now.',
    ),
  );
  assert.ok(
    said.every((line) => !line.startsWith('Ray,')),
    'there is no question about Ray',
  );
});

test('back asks the question before again, run takes the rest as it is, q ends it', async () => {
  const { settings, said } = await answered(['2k', 'back', '3k', 'run']);
  assert.equal(settings?.size, 3000);
  assert.deepEqual(
    said.map((line) => line.split(',')[0]),
    ['Size', 'Tasks', 'Size', 'Tasks'],
  );
  assert.equal((await answered(['2k', 'q'])).settings, undefined);
});
