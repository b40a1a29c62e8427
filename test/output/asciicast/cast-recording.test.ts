import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { caseOf } from '../../../source/core/plan/plan.ts';
import { planOf } from '../../../source/core/plan/plan-of.ts';
import { defaultSettings } from '../../../source/core/plan/settings.ts';
import type { WindowSize } from '../../../source/output/asciicast/format.ts';
import { castOf, pictureOf, replayed, textOf, shownIn } from '../../helpers/casts/casts.ts';
import { fakeSession, type FakeSession } from '../../helpers/session/fake-session.ts';
import { film, type Filmed, type FilmedOptions } from '../../helpers/screens/filmed-app.tsx';
import { frameText } from '../../helpers/screens/ui-frames.ts';
import { formOf } from '../../../source/ui/setup/form.ts';
import { finished } from '../../helpers/profiles/profiles.ts';
import { calibration, sessionState, setupScreen } from '../../helpers/screens/ui-states.ts';

const plan = planOf({ ...defaultSettings, rounds: 1 }, { cpus: 2, calibration });

type Scene = (filmed: Filmed, session: FakeSession) => Promise<unknown>;

/** The top of a frame of this width. */
const drawnFor = ({ columns }: WindowSize) => new RegExp(`^.{${columns - 2}}╮$`, 'm');

const resizing =
  (window: WindowSize): Scene =>
  async (filmed) => {
    await filmed.resize(window);
    return filmed.until(drawnFor(window));
  };

/** From setup through a run, resized in its middle if asked to, to the results and their help. */
const scenes = (resized?: WindowSize): readonly Scene[] => [
  async (filmed) => {
    await filmed.until('50,000 terms');
    filmed.press('\u001B[C');
    return filmed.until('100,000 terms');
  },
  async (filmed, session) => {
    filmed.press('\r');
    await filmed.until('calibrating, then starting');
    session.tell({ type: 'profile-started', plan, startedAt: '2026-11-23T10:00:00.000Z' });
    session.tell({ type: 'pass-started', pass: plan.passes[0]! });
    return filmed.until('round 1 of 1');
  },
  async (filmed, session) => {
    session.tell({ type: 'workers-sampled', workers: [{ share: 0.4, tasks: 80 }] });
    return filmed.until('40 %');
  },
  ...(resized ? [resizing(resized)] : []),
  async (filmed, session) => {
    for (const pass of plan.passes) {
      session.tell({ type: 'pass-started', pass });
      session.tell({ type: 'pass-finished', pass, outcome: finished(caseOf(plan, pass), 1800) });
    }

    session.tell({ type: 'profile-finished', interrupted: false });
    return filmed.until('RESULTS');
  },
  async (filmed) => {
    filmed.press('?');
    return filmed.until('KEYS ON THE RESULTS');
  },
];

type Filming = Omit<FilmedOptions, 'session'> & {
  readonly resized?: WindowSize;
  /** Number of scenes to play; all of them where left out. */
  readonly until?: number;
  /** Whether the terminal is given back at the end. */
  readonly leaves?: boolean;
};

/** An ended recording, and the content of the window at its end. */
async function filmed({ resized, until, leaves = false, ...options }: Filming) {
  const session = fakeSession({ state: sessionState(2) });
  using filming = film({ ...options, session });
  for (const scene of scenes(resized).slice(0, until)) {
    await scene(filming, session);
  }

  if (leaves) {
    await filming.leave();
  }

  await filming.close();
  const { emulator, disk } = filming;
  return {
    picture: pictureOf(emulator),
    text: textOf(emulator),
    // Leaving the test writes, too, but after the recording.
    got: structuredClone(filming.got()),
    writes: disk.writes,
    cast: castOf(disk.text()),
  };
}

const windows: readonly (readonly [window: WindowSize, resized: WindowSize])[] = [
  [
    { columns: 60, rows: 16 },
    { columns: 120, rows: 40 },
  ],
  [
    { columns: 80, rows: 24 },
    { columns: 70, rows: 18 },
  ],
  [
    { columns: 120, rows: 40 },
    { columns: 80, rows: 50 },
  ],
];

const name = ({ columns, rows }: WindowSize) => `${columns}x${rows}`;

for (const [window, resized] of windows) {
  suite(`replayed, a session at ${name(window)}`, { concurrency: true }, () => {
    for (const [scene] of scenes().entries()) {
      test(`that ends after scene ${scene + 1} is what stood in the window`, async () => {
        const { cast, picture } = await filmed({ window, until: scene + 1 });
        assert.deepEqual(cast.window, window);
        assert.deepEqual(pictureOf(await replayed(cast)), picture);
      });
    }

    for (const version of [2, 3] as const) {
      test(`that is resized to ${name(resized)} is what stood in the window, in version ${version}`, async () => {
        const { cast, picture, text } = await filmed({ window, resized, version });
        assert.match(text, /KEYS ON THE RESULTS/);
        assert.deepEqual(pictureOf(await replayed(cast)), picture);
        assert.ok(
          picture.some((row) => row.includes('<')),
          'nothing has a look of its own',
        );
        assert.ok(cast.events.some(({ code, data }) => code === 'r' && data === name(resized)));
      });
    }

    test('that is left gives the terminal back', async () => {
      const { cast, picture } = await filmed({ window, resized, leaves: true });
      const emulator = await replayed(cast);
      assert.deepEqual(pictureOf(emulator), picture);
      assert.equal(emulator.buffer.active.type, 'normal');
    });

    test('has every byte that the terminal got but the switch for pastes, in its order', async () => {
      const { cast, got } = await filmed({ window, resized, leaves: true });
      const asShown = got.map(([code, data]) => [code, shownIn(data).replaceAll('\n', '\r\n')]);
      const joined: (readonly [string, string])[] = [];
      for (const { code, data } of cast.events) {
        const before = joined.at(-1);
        if (code === 'o' && before?.[0] === 'o') {
          joined[joined.length - 1] = ['o', before[1] + data];
        } else {
          joined.push([code, data]);
        }
      }

      assert.deepEqual(joined, asShown);
    });
  });
}

test('a file can be played to the end of each of its lines, and after every write', async () => {
  for (const version of [2, 3] as const) {
    const { writes } = await filmed({ window: windows[0]![0], resized: windows[0]![1], version });
    const whole = writes.at(-1)!;
    const ends = [...whole.matchAll(/\n/g)].map(({ index }) => index + 1);
    for (const part of [...ends.map((end) => whole.slice(0, end)), ...writes]) {
      const { events } = castOf(part);
      assert.deepEqual(events, castOf(whole).events.slice(0, events.length));
    }
  }
});

test('frames come at most ten a second where no key is pressed', async () => {
  const { cast } = await filmed({ window: windows[1]![0], resized: windows[1]![1] });
  const times = [...new Set(cast.events.map(({ at }) => at))];
  const gaps = times.slice(1, -1).map((at, index) => at - times[index]!);
  assert.deepEqual(
    gaps.filter((gap) => gap < 0.0989),
    [],
  );
});

test('a pinned layout is drawn whatever the terminal does', async () => {
  const [window, pinned] = [
    { columns: 100, rows: 30 },
    { columns: 80, rows: 24 },
  ];
  const { cast, text } = await filmed({ window, pinned });
  assert.deepEqual(cast.window, pinned);
  const lines = textOf(await replayed(cast)).split('\n');
  assert.deepEqual(text.split('\n').slice(0, 24), lines);
  assert.equal(Math.max(...lines.map(({ length }) => length)), 79);
});

test('a pinned layout does not follow the window', async () => {
  const pinned = { columns: 80, rows: 24 };
  const session = fakeSession({ state: sessionState(2) });
  using filming = film({ session, window: { columns: 100, rows: 30 }, pinned });
  await filming.until('SETUP');
  await filming.resize({ columns: 120, rows: 40 });
  filming.press('?');
  await filming.until('KEYS ON THE SETUP');
  await filming.close();
  const cast = castOf(filming.disk.text());
  assert.ok(cast.events.every(({ code }) => code === 'o'));
  const lines = textOf(await replayed(cast)).split('\n');
  assert.equal(Math.max(...lines.map(({ length }) => length)), 79);
});

test('a pinned layout gives way to a window that becomes smaller, and comes back with it', async () => {
  const [large, pinned, small] = [
    { columns: 100, rows: 30 },
    { columns: 80, rows: 24 },
    { columns: 70, rows: 20 },
  ];
  const session = fakeSession({ state: sessionState(2) });
  using filming = film({ session, window: large, pinned });
  await filming.until('SETUP');
  await filming.resize(small);
  await filming.until(drawnFor(small));
  filming.press('?');
  await filming.until('KEYS ON THE SETUP');
  await filming.resize(large);
  const back = await filming.until(drawnFor(pinned));
  await filming.close();
  const cast = castOf(filming.disk.text());
  assert.deepEqual(cast.window, pinned);
  assert.ok(cast.events.every(({ code }) => code === 'o'));
  assert.deepEqual(textOf(await replayed(cast)).split('\n'), back.split('\n').slice(0, 24));
});

test('without a terminal it is drawn on one of 80x24, or of the size that is pinned', async () => {
  const session = fakeSession({ state: sessionState(2) });
  for (const pinned of [undefined, { columns: 120, rows: 40 }]) {
    const given = pinned ? { pinned } : {};
    using filming = film({ session, window: { columns: 60, rows: 16 }, hidden: true, ...given });
    await filming.close();
    const emulator = await replayed(castOf(filming.disk.text()));
    const setup = setupScreen(session.state(), formOf({ ...defaultSettings, rounds: 1 }));
    assert.equal(textOf(emulator).trimEnd(), frameText(setup, pinned ?? {}).trim());
    assert.deepEqual(filming.got(), []);
  }
});
