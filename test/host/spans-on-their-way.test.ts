import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { ProfileEvent } from '../../source/core/profile/event.ts';
import { spansFrom } from '../../source/core/profile/build-spans.ts';
import type { Told, Whole } from '../../source/host/border.ts';
import { openInbox } from '../../source/host/parent/inbox.ts';
import { openOutbox } from '../../source/host/child/outbox.ts';
import { planWith } from '../helpers/profiles/profiles.ts';

const { passes } = planWith({ rounds: 2 });
const [first, second] = passes;

const spans = spansFrom(6000, (task) => ({ task, worker: task % 2, start: task, end: task + 1 }));

const begins = (pass = first!): ProfileEvent => ({ type: 'pass-started', pass });
const ends = (pass = first!): ProfileEvent => ({
  type: 'pass-finished',
  pass,
  outcome: { status: 'finished', wall: 9, spans },
});
const sampled: ProfileEvent = { type: 'workers-sampled', workers: [] };

/** A pipe that takes one message at a time, when a test lets it. */
function pipe() {
  const told: Told[] = [];
  const taken: (() => void)[] = [];
  const tell = async (message: Told) => {
    told.push(message);
    return new Promise<void>((resolve) => taken.push(resolve));
  };
  const drain = async () => {
    while (taken.length > 0) {
      taken.splice(0).forEach((take) => take());
      await setImmediate();
    }
  };
  return { told, tell, drain };
}

const nameOf = (told: Told | Whole): string =>
  told.type === 'happened' ? told.event.type : told.type;

test('spans follow their pass in slices, each one when the one before is in the pipe', async () => {
  const { told, tell, drain } = pipe();
  const outbox = openOutbox(tell, () => 0);
  outbox.observe(begins());
  outbox.observe(ends());
  assert.deepEqual(told.map(nameOf), ['pass-started', 'finished', 'spans']);
  let isPassedOn = false;
  const passedOn = outbox.passedOn().then(() => (isPassedOn = true));
  await setImmediate();
  assert.equal(isPassedOn, false);
  await drain();
  await passedOn;
  assert.deepEqual(told.map(nameOf), ['pass-started', 'finished', 'spans', 'spans', 'spans']);
});

test('while a pass runs no spans are told: the rest goes after it', async () => {
  const { told, tell, drain } = pipe();
  const outbox = openOutbox(tell, () => 0);
  outbox.observe(begins());
  outbox.observe(ends());
  // It begins although the pipe is full.
  outbox.observe(begins(second));
  await drain();
  outbox.observe(sampled);
  await drain();
  assert.deepEqual(told.map(nameOf).slice(2), ['spans', 'pass-started', 'workers-sampled']);
  outbox.observe(ends(second));
  await drain();
  assert.equal(told.filter(({ type }) => type === 'spans').length, 6);
});

test('a pass that failed in between holds up no spans', async () => {
  const { told, tell, drain } = pipe();
  const outbox = openOutbox(tell, () => 0);
  const outcome = { status: 'cancelled' } as const;
  outbox.observe(begins());
  outbox.observe({ type: 'pass-finished', pass: first!, outcome });
  outbox.observe(begins(second));
  outbox.observe(ends(second));
  await drain();
  assert.equal(told.filter(({ type }) => type === 'spans').length, 3);
});

test('what arrives in pieces is heard whole and in its order', async () => {
  const heard: Whole[] = [];
  const { take } = openInbox((whole) => void heard.push(whole));
  const { told, tell, drain } = pipe();
  const outbox = openOutbox(tell, () => 0);
  outbox.observe(begins());
  outbox.observe(ends());
  outbox.observe(begins(second));
  outbox.observe(sampled);
  outbox.observe(ends(second));
  outbox.send({ type: 'done', id: 7 });
  await drain();
  told.map((one) => structuredClone(one)).forEach(take);
  assert.deepEqual(heard.map(nameOf), [
    'pass-started',
    'pass-finished',
    'pass-started',
    'workers-sampled',
    'pass-finished',
    'done',
  ]);
  const finished = heard.flatMap((one) =>
    one.type === 'happened' && one.event.type === 'pass-finished' ? one.event.outcome : [],
  );
  assert.deepEqual(finished, [
    { status: 'finished', wall: 9, spans },
    { status: 'finished', wall: 9, spans },
  ]);
});

test('nothing is heard of a pass before its spans are there', () => {
  const heard: Whole[] = [];
  const { take } = openInbox((whole) => void heard.push(whole));
  const at = 0;
  take({
    type: 'finished',
    event: { type: 'pass-finished', at, pass: first!, outcome: { status: 'finished', wall: 9 } },
  });
  take({ type: 'mark', at: 5 });
  assert.deepEqual(heard, []);
});

test('a quiet outbox tells the time, a busy one does not', () => {
  const { told, tell } = pipe();
  let time = 1000;
  const outbox = openOutbox(tell, () => time);
  outbox.observe(sampled);
  time += 100;
  outbox.mark({});
  assert.deepEqual(told.map(nameOf), ['workers-sampled']);
  time += 100;
  outbox.mark({ own: 12 });
  assert.deepEqual(told.at(-1), { type: 'mark', at: 1200, own: 12 });
  time += 250;
  outbox.mark({});
  assert.deepEqual(told.at(-1), { type: 'mark', at: 1450 });
});
