import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spansFrom } from '../../source/core/profile/build-spans.ts';
import { sliceOf } from '../../source/core/profile/span-slices.ts';
import { frameOf, openFrames, type SpansTold } from '../../source/host/span-frames.ts';

/** An odd number of tasks with every kind of column, of which some tasks lack values. */
const spans = spansFrom(4999, (task) => ({
  task: task * 2,
  worker: task % 3,
  start: task / 3,
  end: task + 0.25,
  ...(task % 2 === 0 ? { cpu: task % 7, onCpu: 0.1 } : {}),
  digest: `digest ${task % 2}`,
  node: 'Knoten ü',
}));

const told = [0, 2500].map((from): SpansTold => ({
  type: 'spans',
  pass: 3,
  slice: sliceOf(spans, from, from + 2500),
}));

const sent = Buffer.concat(told.flatMap((one) => frameOf(one)));

/** What is heard if the pipe cuts everything into pieces of this length. */
function heardIn(pieceLength: number): readonly SpansTold[] {
  const heard: SpansTold[] = [];
  const take = openFrames((one) => void heard.push(structuredClone(one)));
  for (let from = 0; from < sent.length; from += pieceLength) {
    take(sent.subarray(from, from + pieceLength));
  }

  return heard;
}

for (const pieceLength of [1, 13, 65_536, sent.length]) {
  test(`spans arrive as they were sent, in pieces of ${pieceLength} bytes`, () => {
    assert.deepEqual(heardIn(pieceLength), told);
  });
}

test('a frame that is larger than usual arrives as well', () => {
  const large = spansFrom(100_000, (task) => ({ task, worker: 0, start: task, end: task + 1 }));
  const one: SpansTold = { type: 'spans', pass: 0, slice: sliceOf(large, 0, large.count) };
  const heard: SpansTold[] = [];
  const take = openFrames((told) => void heard.push(structuredClone(told)));
  frameOf(one).forEach(take);
  assert.deepEqual(heard, [one]);
});

test('the columns of a frame are sent from where they lie, without a copy', () => {
  const buffers = frameOf(told[0]!).map(({ buffer }) => buffer);
  assert.equal(buffers.filter((buffer) => buffer === spans.start.buffer).length, 1);
});
