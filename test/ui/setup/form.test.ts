import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  rangeProblem,
  type NumberField,
  type Settings,
} from '../../../source/core/plan/settings.ts';
import { withWorkload } from '../../../source/ui/setup/engine-switch.ts';
import { afterKey, formOf, pendingSettings } from '../../../source/ui/setup/form.ts';
import type { Form } from '../../../source/ui/setup/form-state.ts';
import { workloads } from '../../../source/core/plan/workload.ts';
import { settingsWith } from '../../helpers/profiles/profiles.ts';
import { frozen } from '../../helpers/profiles/freeze.ts';
import { seeded } from '../../helpers/numbers/random.ts';

/** 1,000 terms, 8 tasks, a worker for each of four CPUs, five repeats; the cursor on the size. */
const start = frozen(formOf(settingsWith()));

const on = (field: Form['field'], given: Partial<Form> = {}): Form => ({
  ...start,
  field,
  ...given,
});

const withRay = ['local', 'pool', 'ray'] as const;

const set = (given: Partial<Settings>): Form => ({ ...start, settings: settingsWith(given) });

const pressed = (form: Form, ...keys: readonly string[]): Form =>
  keys.reduce((before, key) => afterKey(frozen(before), key, 4), form);

type Case = readonly [behaviour: string, before: Form, keys: string, after: Form];

const listRange = 'list takes 0 to 300,000 terms, pair up to 10,000,000.';

const table: readonly Case[] = [
  ['down leads to the next field', start, 'down', on('tasks')],
  ['tab leads to the next field', start, 'tab', on('tasks')],
  ['up leads to the field before', on('tasks'), 'up', start],
  ['shift+tab leads to the field before', on('tasks'), 'shift+tab', start],
  ['up goes round to the last field', start, 'up', on('address')],
  ['shift+tab goes round to the last field', start, 'shift+tab', on('address')],
  ['down goes round to the first field', on('address'), 'down', start],
  ['tab goes round to the first field', on('address'), 'tab', start],
  ['t jumps to the tasks', start, 't', on('tasks')],
  ['w jumps to the workers', start, 'w', on('workers')],
  ['r jumps to the repeats', start, 'r', on('repeats')],
  ['l jumps to the workload', start, 'l', on('workload')],
  ['e jumps to the engines', start, 'e', on('engines')],
  ['a jumps to the address of Ray', start, 'a', on('address')],
  ['n jumps to the size', on('engines'), 'n', start],
  ['right takes the next size', start, 'right', set({ size: 2000 })],
  ['left takes the size before', start, 'left', set({ size: 500 })],
  ['] doubles', start, ']', set({ size: 2000 })],
  ['shift+right doubles', start, 'shift+right', set({ size: 2000 })],
  ['[ halves', start, '[', set({ size: 500 })],
  ['shift+left halves', start, 'shift+left', set({ size: 500 })],
  ['[ halves downwards', set({ size: 7 }), '[', set({ size: 3 })],
  ['[ leads to nothing, and stays there', set({ size: 1 }), '[ [', set({ size: 0 })],
  [
    '] doubles the workers from one per CPU',
    on('workers'),
    ']',
    { ...set({ workers: 8 }), field: 'workers' },
  ],
  [
    '] does not pass the largest',
    set({ size: 200_000 }),
    ']',
    { ...set({ size: 200_000 }), notice: listRange },
  ],
  [
    '[ does not pass the least',
    { ...set({ repeats: 1 }), field: 'repeats' },
    '[',
    { ...set({ repeats: 1 }), field: 'repeats', notice: 'there can be 1 to 1,000 repeats.' },
  ],
  [
    '] says nothing of tasks that are not known',
    { ...set({ tasks: 'auto' }), field: 'tasks' },
    ']',
    { ...set({ tasks: 'auto' }), field: 'tasks' },
  ],
  ['] means nothing to the workload', on('workload'), ']', on('workload')],
  ['digits are typed and change no setting yet', start, '4 2', { ...start, typed: '42' }],
  ['a leading zero is typed as it is', start, '0 4 2', { ...start, typed: '042' }],
  ['enter takes what is typed', start, '4 2 enter', set({ size: 42 })],
  ['enter takes a zero', start, '0 enter', set({ size: 0 })],
  ['escape gives up what is typed', start, '4 2 escape', start],
  ['backspace takes a digit back', start, '4 2 backspace', { ...start, typed: '4' }],
  ['backspace on the last digit gives up', start, '4 backspace', start],
  ['backspace without typing changes nothing', start, 'backspace', start],
  ['escape without typing changes nothing', start, 'escape', start],
  ['enter without typing changes nothing', start, 'enter', start],
  [
    'down takes what is typed and goes on',
    start,
    '4 2 down',
    { ...set({ size: 42 }), field: 'tasks' },
  ],
  [
    'up takes what is typed and goes on',
    start,
    '4 2 up',
    { ...set({ size: 42 }), field: 'address' },
  ],
  [
    'a letter takes what is typed and jumps',
    start,
    '4 2 r',
    { ...set({ size: 42 }), field: 'repeats' },
  ],
  ['right takes what is typed and steps from it', start, '4 2 right', set({ size: 50 })],
  ['] takes what is typed and doubles it', start, '4 2 ]', set({ size: 84 })],
  [
    'a number that is too large stays open, with the reason',
    start,
    '3 0 0 0 0 1 enter',
    { ...start, typed: '300001', notice: listRange },
  ],
  [
    'a field is not left while its number is too large',
    start,
    '3 0 0 0 0 1 down',
    { ...start, typed: '300001', notice: listRange },
  ],
  [
    'no workers are too few',
    on('workers'),
    '0 enter',
    on('workers', { typed: '0', notice: 'there can be 1 to 1,024 workers.' }),
  ],
  [
    'the next key clears the reason',
    start,
    '3 0 0 0 0 1 enter backspace',
    { ...start, typed: '30000' },
  ],
  [
    'a key that means nothing clears a notice and nothing else',
    { ...start, notice: 'no.' },
    'x',
    start,
  ],
  ['nine digits are the most', start, '1 2 3 4 5 6 7 8 9 0', { ...start, typed: '123456789' }],
  ['digits mean nothing to the workload', on('workload'), '4 2', on('workload')],
  ['digits mean nothing to the engines', on('engines'), '4 2', on('engines')],
  [
    'right takes the next workload',
    on('workload'),
    'right',
    { ...set({ workload: 'pair' }), field: 'workload' },
  ],
  [
    'left goes round to the last workload',
    on('workload'),
    'left',
    { ...set({ workload: 'bigint' }), field: 'workload' },
  ],
  [
    'a size that the next workload cannot do is lowered, with a notice',
    { ...set({ workload: 'pair', size: 1_000_000 }), field: 'workload' },
    'right',
    {
      ...set({ workload: 'bigint', size: 300_000 }),
      field: 'workload',
      notice: 'bigint goes to 300,000 terms: the size was lowered.',
    },
  ],
  [
    'right in the engines moves to the next one',
    on('engines'),
    'right',
    on('engines', { engine: 'pool' }),
  ],
  ['left in the engines goes round', on('engines'), 'left', on('engines', { engine: 'ray' })],
  [
    'space switches the engine off',
    on('engines'),
    ' ',
    { ...set({ engines: ['pool'] }), field: 'engines' },
  ],
  ['space switches it on again, in its place', on('engines'), '  ', on('engines')],
  [
    'the last engine stays on, with the reason',
    { ...set({ engines: ['local'] }), field: 'engines' },
    ' ',
    {
      ...set({ engines: ['local'] }),
      field: 'engines',
      notice: 'One engine at least must be on.',
    },
  ],
  [
    'an engine that stands twice goes off as a whole',
    { ...set({ engines: ['local', 'local', 'pool'] }), field: 'engines' },
    ' ',
    { ...set({ engines: ['pool'] }), field: 'engines' },
  ],
  [
    'an engine that stands twice stays so when another is switched on',
    { ...set({ engines: ['local', 'local'] }), field: 'engines', engine: 'pool' },
    ' ',
    { ...set({ engines: ['local', 'local', 'pool'] }), field: 'engines', engine: 'pool' },
  ],
  [
    'space switches Ray on',
    on('engines', { engine: 'ray' }),
    ' ',
    { ...set({ engines: [...withRay] }), field: 'engines', engine: 'ray' },
  ],
  [
    'Ray goes on in its place beside one that stands twice',
    { ...set({ engines: ['pool', 'pool'] }), field: 'engines', engine: 'ray' },
    ' ',
    { ...set({ engines: ['pool', 'pool', 'ray'] }), field: 'engines', engine: 'ray' },
  ],
  [
    'Ray is not switched on for bigint, with the way out',
    { ...set({ workload: 'bigint' }), field: 'engines', engine: 'ray' },
    ' ',
    {
      ...set({ workload: 'bigint' }),
      field: 'engines',
      engine: 'ray',
      notice: 'bigint does not exist on Ray: take list or pair first.',
    },
  ],
  [
    'bigint switches Ray off, with a notice',
    { ...set({ engines: [...withRay] }), field: 'workload' },
    'left',
    {
      ...set({ workload: 'bigint' }),
      field: 'workload',
      notice: 'bigint does not exist on Ray: Ray was switched off.',
    },
  ],
  [
    'bigint takes local where Ray was the only engine',
    { ...set({ engines: ['ray', 'ray'] }), field: 'workload' },
    'left',
    {
      ...set({ engines: ['local'], workload: 'bigint' }),
      field: 'workload',
      notice: 'bigint does not exist on Ray: local runs instead.',
    },
  ],
  [
    'bigint says of Ray and of the size what it changed',
    { ...set({ engines: [...withRay], workload: 'pair', size: 1_000_000 }), field: 'workload' },
    'right',
    {
      ...set({ workload: 'bigint', size: 300_000 }),
      field: 'workload',
      notice:
        'bigint does not exist on Ray: Ray was switched off. bigint goes to 300,000 terms: the size was lowered.',
    },
  ],
  [
    'one task for each CPU of the cluster becomes auto when Ray goes off',
    { ...set({ engines: [...withRay], tasks: 'cluster' }), field: 'engines', engine: 'ray' },
    ' ',
    { ...set({ tasks: 'auto' }), field: 'engines', engine: 'ray' },
  ],
  [
    'and also when a workload switches it off',
    { ...set({ engines: [...withRay], tasks: 'cluster' }), field: 'workload' },
    'left',
    {
      ...set({ workload: 'bigint', tasks: 'auto' }),
      field: 'workload',
      notice: 'bigint does not exist on Ray: Ray was switched off.',
    },
  ],
  [
    'it stays when another engine goes off',
    { ...set({ engines: [...withRay], tasks: 'cluster' }), field: 'engines' },
    ' ',
    { ...set({ engines: ['pool', 'ray'], tasks: 'cluster' }), field: 'engines' },
  ],
  ['space elsewhere changes nothing', start, ' ', start],
];

/** Names of keys, separated by blanks. A text of blanks alone stands for space keys. */
const keysIn = (text: string): readonly string[] => text.split(text.trim() === '' ? '' : ' ');

for (const [behaviour, before, keys, after] of table) {
  test(behaviour, () => {
    assert.deepEqual(pressed(before, ...keysIn(keys)), after);
  });
}

test('a size that fits keeps its value when the workload changes', () => {
  const form = withWorkload(set({ size: 300_000 }), 'bigint');
  assert.deepEqual(form, set({ size: 300_000, workload: 'bigint' }));
});

test('what is typed counts at once where it is in range', () => {
  assert.equal(pendingSettings(pressed(start, '4', '2')).size, 42);
  assert.equal(pendingSettings(on('repeats', { typed: '7' })).repeats, 7);
});

test('what is typed does not count while it is out of range', () => {
  assert.deepEqual(pendingSettings({ ...start, typed: '300001' }), start.settings);
  assert.deepEqual(pendingSettings(on('workers', { typed: '0' })), start.settings);
  assert.deepEqual(pendingSettings(start), start.settings);
});

const numberFields: readonly NumberField[] = ['size', 'tasks', 'workers', 'repeats'];

function assertInRange(
  { workload, engines, tasks, ray, ...settings }: Settings,
  keys: readonly string[],
): void {
  for (const field of numberFields) {
    const value = { ...settings, tasks }[field];
    if (typeof value === 'number') {
      assert.equal(rangeProblem(field, value, workload), undefined, keys.join(' '));
      assert.ok(Number.isInteger(value), `${field} ${value} after ${keys.join(' ')}`);
    }
  }

  const rays = engines.includes('ray');
  assert.ok(engines.length > 0, keys.join(' '));
  assert.ok(
    !rays || workloads[workload].pythonBytes,
    `Ray has ${workload} after ${keys.join(' ')}`,
  );
  assert.ok(rays || tasks !== 'cluster', keys.join(' '));
  assert.match(ray.at, /^[!-~]([ -~]{0,198}[!-~])?$/, keys.join(' '));
}

const isTyped = ({ field, typed }: Form): boolean =>
  typed === undefined || (field === 'address' ? /^[ -~]{0,200}$/ : /^\d{1,9}$/).test(typed);

test('5,000 keys pressed at random never lead out of range', () => {
  const names =
    'up down left right tab shift+tab enter escape backspace shift+left shift+right shift+up [ ] n t w r l e a x q é ctrl+c 0 1 2 3 4 5 6 7 8 9'.split(
      ' ',
    );
  const random = seeded(7);
  const keys: string[] = [];
  let form = start;
  for (let press = 0; press < 5000; press++) {
    const key = [...names, ' '][Math.floor(random() * (names.length + 1))]!;
    keys.push(key);
    form = afterKey(frozen(form), key, 1 + Math.floor(random() * 256));
    assertInRange(form.settings, keys.slice(-20));
    assertInRange(pendingSettings(form), keys.slice(-20));
    assert.ok(isTyped(form), `${form.typed} after ${keys.slice(-20).join(' ')}`);
  }

  assert.notDeepEqual(form.settings, start.settings, 'nothing was changed at all');
});
