import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Event, WorkerSample } from '../../../source/core/profile/event.ts';
import { keepEvent, eventsOf, emptyEvents } from '../../../source/core/recording/kept-events.ts';
import { passOf, planWith } from '../../helpers/profiles/profiles.ts';

const pass = passOf(planWith(), 'pool');
const worker: WorkerSample = { share: 0.5, tasks: 1 };
const workers = (at: number, count = 4): Event => ({
  type: 'workers-sampled',
  workers: Array.from({ length: count }, () => worker),
  at,
});
const load = (at: number): Event => ({ type: 'load-sampled', load: [{ cpu: 0, busy: 1 }], at });
const frame = (at: number): Event => ({ type: 'frame-drawn', took: 1, at });
const passes = (at: number): readonly Event[] => [
  { type: 'pass-started', pass, at },
  { type: 'pass-finished', pass, outcome: { status: 'cancelled' }, at: at + 1 },
];

const kept = (events: readonly Event[], most: number) =>
  eventsOf(events.reduce(keepEvent, emptyEvents(most)));

/** A sample every 250 ms. */
const samples = (count: number, sample: (at: number) => Event) =>
  Array.from({ length: count }, (_, index) => sample(index * 250));

test('all events are kept, in their order, while there is room for their samples', () => {
  const events = [...samples(100, workers), ...samples(100, load)];
  assert.deepEqual(kept(events, 500), events);
});

test('samples of a long profile are kept at equal intervals', () => {
  const times = kept(samples(1000, workers), 100).map(({ at }) => at);
  const gaps = new Set(times.slice(1).map((at, index) => at - times[index]!));
  assert.equal(gaps.size, 1);
  assert.ok(times.length <= 25 && times.length > 10, `${times.length}`);
});

test('samples of workers and of CPUs are thinned out separately', () => {
  const events = samples(400, workers).flatMap((sample) => [sample, load(sample.at)]);
  const found = kept(events, 100);
  const of = (type: Event['type']) => found.filter((event) => event.type === type).length;
  assert.equal(of('workers-sampled'), of('load-sampled'));
});

test('all other events are kept, however long the profile lasts', () => {
  const others = (at: number) => [...passes(at), frame(at + 2)];
  const events = samples(1000, workers).flatMap((sample) => [sample, ...others(sample.at)]);
  const found = kept(events, 100).filter(({ type }) => type !== 'workers-sampled');
  assert.deepEqual(
    found,
    events.filter(({ type }) => type !== 'workers-sampled'),
  );
});

test('in every pass a sample that names its nodes is kept', () => {
  const named = (at: number): Event => ({
    type: 'workers-sampled',
    workers: [worker],
    nodes: ['a'],
    at,
  });
  const events = samples(200, workers).flatMap(({ at }) => [
    ...passes(at),
    named(at + 2),
    workers(at + 3),
  ]);
  const found = kept(events, 100).filter((event) => 'nodes' in event);
  assert.equal(found.length, 200);
});

test('if even one sample per pass is too much, the limit grows instead of thinning out again and again', () => {
  const named = (at: number): Event => ({
    type: 'workers-sampled',
    workers: [worker],
    nodes: ['a'],
    at,
  });
  const events = samples(2000, named).flatMap((sample) => [...passes(sample.at), sample]);
  let thinned = 0;
  events.reduce((before, event) => {
    const after = keepEvent(before, event);
    thinned += after.spacing > before.spacing ? 1 : 0;
    return after;
  }, emptyEvents(10));
  assert.ok(thinned < 12, `${thinned}`);
});
