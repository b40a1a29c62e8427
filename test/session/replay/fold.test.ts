import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Event } from '../../../source/core/profile/event.ts';
import { reduce } from '../../../source/core/profile/reduce.ts';
import { initialState } from '../../../source/core/profile/state.ts';
import { openFold } from '../../../source/session/replay/fold.ts';
import { failedPasses } from '../../helpers/profiles/failed-passes.ts';
import { frozen } from '../../helpers/profiles/freeze.ts';

test('a state that was seen stays as it is, forwards and back', () => {
  const { scene, events } = failedPasses(5000);
  const stateAt = openFold({ scene, events });
  const passesAt = (count: number) => stateAt(count).profile?.passes;
  const counts = [11, 4095, 4097, 8193, 4096, 9999, 12];
  const seen = counts.map(passesAt);
  stateAt(events.length);
  for (const [index, count] of counts.entries()) {
    const finished = events.slice(0, count).filter(({ type }) => type === 'pass-finished');
    assert.equal(seen[index]?.length, finished.length);
  }
});

test('it is the state that folding event by event gives', () => {
  const { scene, events } = failedPasses(50);
  const all: readonly Event[] = [...scene, ...events];
  const expected = all.reduce((state, event) => frozen(reduce(state, event)), initialState);
  assert.deepEqual(openFold({ scene, events })(events.length), expected);
});
