import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialState } from '../../../source/core/profile/state.ts';
import { openStore } from '../../../source/session/live/store.ts';
import { machineWith, planWith } from '../../helpers/profiles/profiles.ts';

test('a store begins with nothing and folds what it observes', () => {
  const store = openStore();
  assert.equal(store.state(), initialState);
  store.observe({ type: 'machine-detected', machine: machineWith() });
  assert.deepEqual(store.state(), { ...initialState, machine: machineWith() });
});

test('events are stamped with the time since the session began', () => {
  const store = openStore();
  const before = store.now();
  store.observe({ type: 'profile-started', plan: planWith(), startedAt: '' });
  const after = store.now();
  const began = store.state().profile?.began ?? Number.NaN;
  assert.ok(before >= 0 && before <= began && began <= after, `${before} ${began} ${after}`);
});

test('listeners hear of every event, once it is folded, until they leave', () => {
  const store = openStore();
  const heard: string[] = [];
  const listen = (name: string) =>
    store.subscribe(() => heard.push(`${name} ${store.state().load.length}`));
  const leave = listen('a');
  listen('b');
  store.observe({ type: 'load-sampled', load: [{ cpu: 0, busy: 1 }] });
  leave();
  store.observe({ type: 'load-sampled', load: [] });
  assert.deepEqual(heard, ['a 1', 'b 1', 'b 0']);
});

test('what began earlier is taken in its place among what the host tells', () => {
  const busy = { is: true };
  const store = openStore({ isBusy: () => busy.is, isWaiting: () => false });
  const told: string[] = [];
  store.hear.there({ type: 'profile-started', plan: planWith(), startedAt: '', at: 0 });
  store.subscribe(() => told.push(store.state().profile!.activity.type));
  const ends = store.now() + 1000;
  store.observe({ type: 'drawing-held-up', took: 60_000 }, 60_000);
  store.hear.there({ type: 'profile-finished', interrupted: false, at: ends });
  assert.deepEqual(told, ['opening', 'ended']);
  assert.deepEqual(store.state().profile?.heldUp, { total: 60_000, longest: 60_000 });
});
