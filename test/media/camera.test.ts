import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filmStep, shoot, type Filming, type Stage } from '../../media/camera.ts';
import { shotsOf } from '../../media/shots.ts';
import { realTiming } from '../../source/session/real-timing.ts';
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

/** A run that plays by itself; `before` is called whenever its state is read. */
const replayed =
  (before = () => {}) =>
  (clock: () => number): Stage => {
    const { playback: _, ...session } = openReplay({
      recording,
      version: '1.2.3',
      timing: { ...realTiming, now: clock },
    });
    const state = () => {
      before();
      return session.state();
    };
    return { session: { ...session, state }, follows: true };
  };

/** Blocks the thread for 2 ms of real time. */
function dawdle(): void {
  const until = process.hrtime.bigint() + 2_000_000n;
  while (process.hrtime.bigint() < until);
}

const onSetup = (given: Partial<Filming>): Filming => ({
  window,
  length: 1000,
  open: () => ({ session: fakeSession({ state: onSetupScreen }) }),
  ...given,
});

/** The contents of the window, each with the time of its appearance. */
async function seen(filming: Filming): Promise<readonly (readonly [at: number, rows: string])[]> {
  const { shots } = await shotsOf(await shoot(filming), filmStep);
  return shots.map(({ at, screen }) => [at, rowsOf(screen)]);
}

test('a slow machine films a run byte for byte the same', async () => {
  const film = async (open: Filming['open']) => shoot({ open, window, length: 700 });
  const quick = await film(replayed());
  const slow = await film(replayed(dawdle));
  assert.equal(quick.events.filter(({ code }) => code === 'o').length > 5, true);
  assert.deepEqual(slow, quick);
});

test('a film has all colours, whatever the terminal is', async () => {
  const { events } = await shoot(onSetup({}));
  assert.match(events.map(({ data }) => data).join(''), /38;2;86;180;233m/);
});

test('a key is pressed at its moment', async () => {
  const shots = await seen(onSetup({ presses: [{ at: 500, bytes: '\u001B[C' }] }));
  const first = shots.find(([, rows]) => rows.includes('100,000 terms'));
  assert.equal(first?.[0], 600);
  assert.match(shots[0]![1], /Size +50,000/);
});

test('passes and the verdict are marked', async () => {
  const { events } = await shoot({ open: replayed(), window, length: 12_000 });
  const marks = events.flatMap(({ code, data }) => (code === 'm' ? [data] : []));
  assert.match(marks[0] ?? '', /1\/\d/);
  assert.equal(marks.at(-1), 'verdict');
});

test('a film ends with its play', async () => {
  const ending = async () => new Promise<void>((resolve) => setTimeout(resolve, 500));
  const open = () => ({ session: fakeSession({ state: onSetupScreen }), play: ending });
  const { events } = await shoot(onSetup({ open }));
  assert.equal(events.at(-1)?.at, 0.5);
});

test('a film that would end before its play is refused', async () => {
  const open = () => ({
    session: fakeSession({ state: onSetupScreen }),
    play: async () => new Promise<void>(() => {}),
  });
  await assert.rejects(shoot(onSetup({ open })), /not ended after 1 s/);
});

test('after a film, real time passes again', async () => {
  const before = Date.now();
  await shoot(onSetup({}));
  assert.ok(Date.now() >= before);
  await new Promise<void>((resolve) => setTimeout(resolve));
});
