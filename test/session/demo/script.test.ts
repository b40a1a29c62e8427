import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { Caption } from '../../../source/core/session/demo.ts';
import type { Session } from '../../../source/core/session/session.ts';
import type { State } from '../../../source/core/profile/state.ts';
import { patient, type Timing } from '../../../source/core/timing.ts';
import type { Milliseconds } from '../../../source/core/units.ts';
import { openScriptPlayer } from '../../../source/session/demo/script-player.ts';
import { openRecordedSession } from '../../../source/session/demo/recorded-session.ts';
import { demoScript, demoSettings } from '../../../source/session/demo/script.ts';
import type { Step } from '../../../source/session/demo/step.ts';
import { oneTwoFive } from '../../../source/ui/input/steps.ts';
import { demoRecordings } from '../../helpers/session/demo-recordings.ts';
import { madeUpTime } from '../../../source/core/made-up-time.ts';
import { calibrationWith, machineWith } from '../../helpers/profiles/profiles.ts';
import { sessionState } from '../../helpers/screens/ui-states.ts';

const names = { '\r': 'enter', '\u001B[C': 'right', '\u001B[D': 'left' } as const;

/** Answers the keys of the script as the screens do. */
function handsOn({ run }: Session) {
  let { size } = demoSettings;
  return (key: string) => {
    if (key === 'enter') {
      void run({ ...demoSettings, size });
    } else {
      size = oneTwoFive(size, key === 'right' ? 1 : -1);
    }
  };
}

/** Captions and keys of a demo whose passes take `wall`, each with its time in seconds. */
async function seen(wall: Milliseconds, late: Milliseconds = 0): Promise<readonly string[]> {
  const world = madeUpTime();
  const after: Timing['after'] = (time, act) => world.after(time + late, act);
  const timing = late > 0 ? patient({ ...world, after }) : world;
  const session = openRecordedSession({
    recordings: demoRecordings(wall),
    version: '1.2.3',
    timing,
  });
  const hands = handsOn(session);
  const log: string[] = [];
  const note = (text: string) => void log.push(`${(timing.now() / 1000).toFixed(2)} ${text}`);
  const show = openScriptPlayer({
    script: demoScript,
    session,
    timing,
    recorded: true,
    attended: true,
    type(sequence) {
      const key = names[sequence as keyof typeof names];
      note(key);
      hands(key);
    },
  });
  show.subscribe(() => note((show.caption()?.[1] ?? '').replace(/[:.?].*/, '')));
  const play = { over: false };
  void show.play().then(() => (play.over = true));
  while (!play.over) {
    world.pass(50);
    await setImmediate();
  }

  note('end');
  return log;
}

test('it goes from the setup over a run to its results, and once more with tiny tasks', async () => {
  assert.deepEqual(await seen(1500), [
    '0.00 What does parallelism buy',
    '4.50 An arrow key changes the size',
    '6.00 right',
    '8.50 left',
    '10.00 Enter runs them',
    '12.50 enter',
    '14.50 local',
    '19.00 A bar for every worker, and the load of the CPUs',
    '23.50 In turns, five rounds',
    '29.50 The result',
    '36.51 Another size',
    '37.51 left',
    '37.85 left',
    '38.20 left',
    '38.55 left',
    '38.91 left',
    '40.45 enter',
    '42.60 Another result',
    '48.15 end',
  ]);
});

test('a machine that wakes up late every time shows all of it, in the same order', async () => {
  const words = (log: readonly string[]) => log.map((line) => line.replace(/^\S+ /, ''));
  assert.deepEqual(words(await seen(1500, 2000)), words(await seen(1500)));
});

test('where the run took long, the tiny tasks are forecast and not run', async () => {
  const log = await seen(2800);
  assert.deepEqual(log.slice(9), [
    '42.51 The result',
    '49.51 Another size',
    '50.51 left',
    '50.85 left',
    '51.20 left',
    '51.55 left',
    '51.91 left',
    '53.45 Another result',
    '57.50 end',
  ]);
});

test('where it took so long that nothing else fits into a minute, it ends on the results', async () => {
  const log = await seen(4000);
  assert.deepEqual(log.slice(9), ['54.51 The result', '61.55 end']);
});

/** The steps that follow from this state at this time. */
const stepsIn = (script: readonly Step[], state: State, elapsed: Milliseconds): readonly Step[] =>
  script.flatMap((step) =>
    step.type === 'choose' ? stepsIn(step.steps({ state, elapsed }), state, elapsed) : [step],
  );

/** Number of ← before the first run begins. */
function shrinks(state: State): number {
  const steps = stepsIn(demoScript, state, 0);
  const first = steps.findIndex((step) => step.type === 'press' && step.key === 'enter');
  return steps.slice(0, first).filter((step) => step.type === 'press' && step.key === 'left')
    .length;
}

test('a machine on which the first run would take too long gets a smaller one', () => {
  // One ← takes back the →.
  assert.equal(shrinks(sessionState(2)), 1);
  const slow = { list: calibrationWith({ a: 0, b: 0, c: 12e-9 }) };
  assert.equal(shrinks(sessionState(1, { calibrations: slow })), 2);
});

test('a machine without the memory for it, too', () => {
  const memory = { total: 1e9, free: 2e8, limit: 2e8 };
  const state = sessionState(2, { machine: machineWith({ cpus: 2, memory }) });
  assert.equal(shrinks(state), 2);
});

test('every caption fits into 80 columns, and in short into 60', () => {
  const captions = [0, 60_000].flatMap((elapsed) =>
    stepsIn(demoScript, sessionState(2), elapsed).flatMap((step): readonly Caption[] =>
      step.type === 'say' ? [step.caption] : [],
    ),
  );
  assert.ok(captions.length > 10);
  for (const [long, short] of captions) {
    assert.ok(long.length <= 78, `${long.length}: ${long}`);
    assert.ok(short.length <= 58, `${short.length}: ${short}`);
  }
});
