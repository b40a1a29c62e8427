import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filmed, filmStep, type Filming, type Stage } from '../../media/camera.ts';
import { shotsOf } from '../../media/shots.ts';
import { openReplay } from '../../source/session/replay/replay.ts';
import { fakeSession } from '../helpers/session/fake-session.ts';
import { rowsOf } from '../helpers/casts/made-shots.ts';
import { randomRun } from '../helpers/profiles/runs.ts';
import { calibrationWith, machineWith, stateWith } from '../helpers/profiles/profiles.ts';

const { recording } = randomRun(0);
const onSetupScreen = stateWith({
  machine: machineWith(),
  calibrations: { list: calibrationWith() },
});
const window = { columns: 80, rows: 24 };

/** A run that is played by itself, with this done whenever its state is asked for. */
const replayed =
  (before = () => {}) =>
  (clock: () => number): Stage => {
    const { playback: _, ...session } = openReplay({ recording, version: '1.2.3', clock });
    const state = () => {
      before();
      return session.state();
    };
    return { session: { ...session, state }, follows: true };
  };

/** Keeps the thread for a moment, on a clock that nobody makes up. */
function dawdle(): void {
  const until = process.hrtime.bigint() + 3_000_000n;
  while (process.hrtime.bigint() < until);
}

const onSetup = (given: Partial<Filming>): Filming => ({
  window,
  length: 1000,
  open: () => ({ session: fakeSession({ state: onSetupScreen }) }),
  ...given,
});

/** What the window shows from when on, in milliseconds. */
async function seen(filming: Filming): Promise<readonly (readonly [at: number, rows: string])[]> {
  const { shots } = await shotsOf(await filmed(filming), filmStep);
  return shots.map(({ at, screen }) => [at, rowsOf(screen)]);
}

test('a run is the same film, byte for byte, on a machine that is slow', async () => {
  const film = async (open: Filming['open']) => filmed({ open, window, length: 2000 });
  const quick = await film(replayed());
  const slow = await film(replayed(dawdle));
  assert.equal(quick.events.filter(({ code }) => code === 'o').length > 5, true);
  assert.deepEqual(slow, quick);
});

test('a film has all colours, whatever the terminal is', async () => {
  const { events } = await filmed(onSetup({}));
  assert.match(events.map(({ data }) => data).join(''), /38;2;86;180;233m/);
});

test('a key is pressed at its moment', async () => {
  const shots = await seen(onSetup({ presses: [{ at: 500, bytes: '\u001B[C' }] }));
  const first = shots.find(([, rows]) => rows.includes('n =      100,000'));
  assert.equal(first?.[0], 625);
  assert.match(shots[0]![1], /n = +50,000/);
});

test('passes and the verdict are marked', async () => {
  const { events } = await filmed({ open: replayed(), window, length: 60_000 });
  const marks = events.flatMap(({ code, data }) => (code === 'm' ? [data] : []));
  assert.match(marks[0] ?? '', /1\/\d/);
  assert.equal(marks.at(-1), 'verdict');
});

test('what is played ends the film', async () => {
  const ending = async () => new Promise<void>((resolve) => setTimeout(resolve, 500));
  const open = () => ({ session: fakeSession({ state: onSetupScreen }), play: ending });
  const { events } = await filmed(onSetup({ open }));
  assert.equal(events.at(-1)?.at, 0.5);
});

test('a film that is over before what is played has ended is none', async () => {
  const open = () => ({
    session: fakeSession({ state: onSetupScreen }),
    play: async () => new Promise<void>(() => {}),
  });
  await assert.rejects(filmed(onSetup({ open })), /not ended after 1 s/);
});

test('when a film is over, time passes again', async () => {
  const before = Date.now();
  await filmed(onSetup({}));
  assert.ok(Date.now() >= before);
  await new Promise<void>((resolve) => setTimeout(resolve));
});
