import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openScriptPlayer } from '../../../source/session/demo/script-player.ts';
import { waitFor, choose, press, read, say, type Step } from '../../../source/session/demo/step.ts';
import { fakeSession } from '../../helpers/session/fake-session.ts';
import { madeUpTime } from '../../../source/core/made-up-time.ts';
import { planWith } from '../../helpers/profiles/profiles.ts';
import type { State } from '../../../source/core/profile/state.ts';

/** A script that is played in a made-up time, and a log of its actions. */
function played(script: readonly Step[]) {
  const timing = madeUpTime();
  const session = fakeSession();
  const log: string[] = [];
  const show = openScriptPlayer({
    script,
    session,
    timing,
    recorded: false,
    attended: true,
    type: (sequence) => void log.push(`${timing.now()} ${JSON.stringify(sequence)}`),
  });
  show.subscribe(() => void log.push(`${timing.now()} ${show.caption()?.[0] ?? 'silence'}`));
  const ended = show.play().then(() => void log.push('end'));
  const start = () =>
    session.tell({ type: 'profile-started', plan: planWith(), startedAt: '2026-11-23T10:00:00Z' });
  return { timing, session, log, show, ended, start };
}

const isStarted = ({ profile }: State): boolean => profile !== undefined;

test('it says, presses and reads in its order, and then it is over', async () => {
  const { log, timing, ended } = played([
    say('one', '1'),
    read(2000),
    press('right'),
    read(500),
    say('two', '2'),
    press('enter'),
    read(1000),
  ]);
  timing.pass(60_000);
  await ended;
  assert.deepEqual(log, ['0 one', '2000 "\\u001b[C"', '2500 two', '2500 "\\r"', 'end']);
});

test('what it waits for is noticed at the event that brings it, and not before', () => {
  const { log, timing, start } = played([waitFor(isStarted), say('there', '')]);
  timing.pass(30_000);
  assert.deepEqual(log, []);
  start();
  assert.deepEqual(log, ['30000 there']);
});

test('reading is cut short by what is to be read next', () => {
  const { log, timing, start } = played([read(8000, isStarted), say('next', '')]);
  timing.pass(3000);
  start();
  assert.deepEqual(log, ['3000 next']);
});

test('what does not come is not waited for without end: the script is over', async () => {
  const { log, timing, ended } = played([waitFor(isStarted), say('never', '')]);
  timing.pass(600_000);
  await ended;
  assert.deepEqual(log, ['end']);
});

test('it chooses by what there is, and by how long it has taken', () => {
  const { log, timing, start } = played([
    read(4000),
    choose(({ state, elapsed }) => [say(`${isStarted(state)} at ${elapsed}`, ''), press('left')]),
    say('after', ''),
  ]);
  timing.pass(2500);
  start();
  timing.pass(2500);
  assert.deepEqual(log, ['4000 true at 4000', '4000 "\\u001b[D"', '4000 after']);
});

test('stopped, it presses nothing any more and is silent, whatever happens', async () => {
  const { log, timing, show, start } = played([say('one', ''), read(1000), press('enter')]);
  timing.pass(999);
  show.stop();
  start();
  timing.pass(60_000);
  await Promise.resolve();
  assert.deepEqual(log, ['0 one', '999 silence']);
});
