import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pendingSettings } from '../../../source/ui/setup/form.ts';
import { listRange, on, pressed, set, start, testAll } from '../../helpers/screens/forms.ts';

testAll([
  ['down leads to the next field', start, 'down', on('tasks')],
  ['tab leads to the next field', start, 'tab', on('tasks')],
  ['up leads to the field before', on('tasks'), 'up', start],
  ['shift+tab leads to the field before', on('tasks'), 'shift+tab', start],
  ['up goes round to the last field', start, 'up', on('address')],
  ['shift+tab goes round to the last field', start, 'shift+tab', on('address')],
  ['down goes round to the first field', on('address'), 'down', start],
  ['tab goes round to the first field', on('address'), 'tab', start],
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
    { ...set({ rounds: 1 }), field: 'rounds' },
    '[',
    { ...set({ rounds: 1 }), field: 'rounds', notice: 'there can be 1 to 1,000 rounds.' },
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
  ['digits mean nothing to the workload', on('workload'), '4 2', on('workload')],
  ['digits mean nothing to the engines', on('engines'), '4 2', on('engines')],
]);

test('what is typed counts at once where it is in range', () => {
  assert.equal(pendingSettings(pressed(start, '4', '2')).size, 42);
  assert.equal(pendingSettings(on('rounds', { typed: '7' })).rounds, 7);
});

test('what is typed does not count while it is out of range', () => {
  assert.deepEqual(pendingSettings({ ...start, typed: '300001' }), start.settings);
  assert.deepEqual(pendingSettings(on('workers', { typed: '0' })), start.settings);
  assert.deepEqual(pendingSettings(start), start.settings);
});
