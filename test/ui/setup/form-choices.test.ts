import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withWorkload } from '../../../source/ui/setup/engine-switch.ts';
import { on, set, start, testAll, withRay } from '../../helpers/screens/forms.ts';

testAll([
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
  ['left in the engines goes round', on('engines'), 'left', on('engines', { engine: 'python' })],
  [
    'space switches the engine off',
    on('engines'),
    ' ',
    { ...set({ engines: ['pool'] }), field: 'engines' },
  ],
  ['space switches it on again, in its place', on('engines'), '  ', on('engines')],
  [
    'python is not there for a workload that does not exist in Python',
    { ...set({ workload: 'bigint' }), field: 'engines', engine: 'python' },
    ' ',
    {
      ...set({ workload: 'bigint' }),
      field: 'engines',
      engine: 'python',
      notice: 'bigint does not exist in Python: take list or pair first.',
    },
  ],
  [
    'and goes off with one',
    { ...set({ engines: ['local', 'python', 'ray'] }), field: 'workload' },
    'left',
    {
      ...set({ engines: ['local'], workload: 'bigint' }),
      field: 'workload',
      notice: 'bigint does not exist in Python: python and Ray were switched off.',
    },
  ],
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
    'one task for each CPU of the cluster is kept when Ray goes off',
    { ...set({ engines: [...withRay], tasks: 'cluster' }), field: 'engines', engine: 'ray' },
    ' ',
    { ...set({ tasks: 'cluster' }), field: 'engines', engine: 'ray' },
  ],
  [
    'and also when a workload switches it off',
    { ...set({ engines: [...withRay], tasks: 'cluster' }), field: 'workload' },
    'left',
    {
      ...set({ workload: 'bigint', tasks: 'cluster' }),
      field: 'workload',
      notice: 'bigint does not exist on Ray: Ray was switched off.',
    },
  ],
  [
    'it comes back when Ray, which was off, goes on',
    { ...set({ tasks: 'cluster' }), field: 'engines', engine: 'ray' },
    ' ',
    { ...set({ engines: [...withRay], tasks: 'cluster' }), field: 'engines', engine: 'ray' },
  ],
  [
    'it stays when another engine goes off',
    { ...set({ engines: [...withRay], tasks: 'cluster' }), field: 'engines' },
    ' ',
    { ...set({ engines: ['pool', 'ray'], tasks: 'cluster' }), field: 'engines' },
  ],
  ['space elsewhere changes nothing', start, ' ', start],
]);

test('a size that fits keeps its value when the workload changes', () => {
  const form = withWorkload(set({ size: 300_000 }), 'bigint');
  assert.deepEqual(form, set({ size: 300_000, workload: 'bigint' }));
});
