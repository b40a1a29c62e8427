import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { test, type TestContext } from 'node:test';
import { EngineError } from '../../source/core/failure.ts';
import { planOf, type Plan, caseOf } from '../../source/core/plan/plan.ts';
import { defaultSettings, type Settings } from '../../source/core/plan/settings.ts';
import { formOf } from '../../source/ui/setup/form.ts';
import {
  fakeSession,
  type FakeSession,
  type FakeSessionRequest,
} from '../helpers/session/fake-session.ts';
import { finished } from '../helpers/profiles/profiles.ts';
import { clusterWith, target, withRay } from '../helpers/screens/ui-clusters.ts';
import { show, type Shown } from '../helpers/screens/ui-app.tsx';
import { frameText } from '../helpers/screens/ui-frames.ts';
import { calibration, sessionState, setupScreen } from '../helpers/screens/ui-states.ts';

const settings: Settings = { ...defaultSettings, repeats: 1 };
const planned = (given: Partial<Settings> = {}, cpus = 2): Plan =>
  planOf({ ...settings, ...given }, { cpus, calibration });

/** A session, and the plans that were started. */
function opened(cpus = 2, given: FakeSessionRequest = {}) {
  const plans: Plan[] = [];
  const play = (plan: Plan) => void plans.push(plan);
  const session = fakeSession({ state: sessionState(cpus), play, ...given });
  return { session, plans };
}

/** Fast enough to arrive as one chunk. */
const twoEscapes = '\u{1B}\u{1B}';

/** The events of a run, up to the middle of its last pass. */
function tellRun(session: FakeSession, plan: Plan): void {
  session.tell({ type: 'profile-started', plan, startedAt: '2026-11-23T10:00:00.000Z' });
  for (const pass of plan.passes) {
    session.tell({ type: 'pass-started', pass });
    if (pass !== plan.passes.at(-1)) {
      session.tell({ type: 'pass-finished', pass, outcome: finished(caseOf(plan, pass), 1800) });
    }
  }
}

function tellEnd(session: FakeSession, plan: Plan, interrupted = false): void {
  const pass = plan.passes.at(-1)!;
  const outcome = interrupted
    ? ({ status: 'cancelled' } as const)
    : finished(caseOf(plan, pass), 900);
  session.tell({ type: 'pass-finished', pass, outcome });
  session.tell({ type: 'profile-finished', interrupted });
}

/** Starts the plan on the setup screen, and waits for the run. */
async function run(shown: Shown, session: FakeSession, plan = planned()): Promise<void> {
  await shown.until('SETUP');
  shown.press('enter');
  await shown.until('starting as soon as');
  tellRun(session, plan);
  await shown.until('RUN 1/1');
}

async function toResults(shown: Shown, session: FakeSession): Promise<void> {
  await run(shown, session);
  tellEnd(session, planned());
  await shown.until('RESULTS');
}

test('a launch shows setup, calibrates, and fills the window', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  const expected = frameText(setupScreen(session.state(), formOf(settings)));
  assert.equal(`\n${await shown.until(expected.slice(1))}`, expected);
  assert.deepEqual(session.log, ['calibrate list']);
});

test('the arrows change the size, and keys that arrive as one chunk are all taken', async () => {
  using shown = show({ session: opened().session, settings });
  await shown.until('n =       50,000');
  shown.press('right');
  await shown.until('n =      100,000');
  shown.press(']]');
  await shown.until('! list takes 0 to 300,000 terms');
  assert.match(shown.frame(), /n = {6}200,000/);
});

test('another workload is calibrated, and until then the plan has no forecast', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await shown.until('all passes');
  shown.press('l', 'right');
  await shown.until(' timing pair on one worker');
  assert.deepEqual(session.log, ['calibrate list', 'calibrate pair']);
  session.tell({ type: 'calibrated', calibration: { ...calibration, workload: 'pair' } });
  await shown.until('all passes');
});

test('enter prepares what stands on the screen and starts it', async () => {
  const { session, plans } = opened();
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('right', 'enter');
  await shown.until('starting as soon as the calibration is done');
  assert.deepEqual(session.log, ['calibrate list', 'prepare', 'start']);
  assert.deepEqual(plans, [planned({ size: 100_000 })]);
});

test('Ray is asked of when space switches it on, and of nothing before or after that', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await shown.until('off: press a, then space');
  assert.deepEqual(session.log, ['calibrate list']);
  shown.press('e', 'left', ' ');
  await shown.until('R this will run Python on http://127.0.0.1:8265');
  assert.deepEqual(session.log, ['calibrate list', 'reach http://127.0.0.1:8265']);
  shown.press(' ');
  await shown.until('off: press a, then space');
  assert.deepEqual(session.log, ['calibrate list', 'reach http://127.0.0.1:8265']);
});

test('what the cluster answers stands beside its address', async () => {
  const { session } = opened();
  using shown = show({ session, settings: withRay() });
  await shown.until('asking it');
  assert.deepEqual(session.log, ['calibrate list', `reach ${target.at}`]);
  session.tell({ type: 'cluster-sought', target });
  session.clock.advance(3200);
  session.tell({ type: 'load-sampled', load: [] });
  await shown.until('asking it, 3.2 s');
  session.tell({ type: 'cluster-reached', target, cluster: clusterWith() });
  await shown.until('Ray 2.60.0, 2 nodes, 4 CPUs, no token');
});

test('an address that is pasted is asked once it is taken, and no other one', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('a');
  await shown.until('> Ray');
  shown.press(' http://qa-head:8265/ray');
  await shown.until('http://qa-head:8265/ray_');
  assert.deepEqual(session.log, ['calibrate list']);
  shown.press('enter');
  await shown.until('R this will run Python on http://qa-head:8265/ray');
  assert.deepEqual(session.log, ['calibrate list', 'reach http://qa-head:8265/ray']);
  shown.press('right');
  await shown.until('R this will run Python on http://127.0.0.1:8265');
  assert.equal(session.log.at(-1), 'reach http://127.0.0.1:8265');
});

test('while an address is typed ? is the help, ctrl+c interrupts, and enter starts when nothing is', async () => {
  const { session } = opened();
  let interruptions = 0;
  using shown = show({ session, settings, onInterrupt: () => void interruptions++ });
  await shown.until('SETUP');
  shown.press('aq');
  await shown.until('q_');
  shown.press('ctrl+c', '?');
  await shown.until('HELP');
  assert.equal(interruptions, 1);
  shown.press('?');
  await shown.until('q_');
  shown.press('escape');
  await shown.until('type an address');
  shown.press('enter');
  await shown.until('starting');
  assert.deepEqual(session.log, ['calibrate list', 'prepare', 'start']);
});

test('a Ray that cannot be asked says why', async () => {
  const session = {
    ...opened().session,
    reach: async () => Promise.reject(new Error('no engine answers.')),
  };
  using shown = show({ session, settings: withRay() });
  await shown.until('! no engine answers.');
});

/** A session that prepares a plan, or fails to, only after `goOn`. */
function prepared(failure?: Error) {
  const waiting: (() => void)[] = [];
  const { session } = opened(2, {
    async prepare(asked) {
      await new Promise<void>((resolve) => void waiting.push(resolve));
      if (failure) {
        throw failure;
      }

      return planned(asked);
    },
  });
  return { session, goOn: () => waiting.splice(0).forEach((resolve) => resolve()) };
}

test('a start that was given up does not start later, and the next one starts once', async () => {
  const { session, goOn } = prepared();
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('enter');
  await shown.until('esc back');
  shown.press('escape');
  await shown.until('enter run');
  goOn();
  await settled();
  assert.deepEqual(session.log, ['calibrate list', 'prepare']);
  shown.press('enter');
  await shown.until('esc back');
  goOn();
  await settled();
  assert.deepEqual(session.log, ['calibrate list', 'prepare', 'prepare', 'start']);
});

test('a start that was given up says nothing of why it would have failed', async () => {
  const { session, goOn } = prepared(new Error('no worker answers.'));
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('enter');
  await shown.until('esc back');
  shown.press('escape');
  await shown.until('enter run');
  goOn();
  await settled();
  shown.press('r');
  assert.doesNotMatch(await shown.until('> Repeats'), /no worker answers/);
});

test('enter takes what is typed and does not start', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('1', '7', 'enter');
  await shown.until('n =           17');
  assert.deepEqual(session.log, ['calibrate list']);
});

test('what the session tells leads from setup to the run and to the results', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('enter');
  await shown.until('starting');
  session.tell({ type: 'profile-started', plan: planned(), startedAt: '' });
  await shown.until('RUN 0/1');
  session.tell({ type: 'warm-up-started', case: 'pool' });
  await shown.until('warming up pool: 2 workers, 247 MB');
  session.tell({ type: 'pass-started', pass: planned().passes[0]! });
  session.tell({ type: 'workers-sampled', workers: [{ share: 0.25, tasks: 50, cpu: 1 }] });
  session.clock.advance(400);
  await shown.until(' 25 %     50  cpu1');
  assert.match(shown.frame(), /RUN 1\/1 {3}elapsed {2}0\.4 s/);
  session.tell({
    type: 'pass-finished',
    pass: planned().passes[0]!,
    outcome: finished(planned().cases[0]!, 1800),
  });
  tellEnd(session, planned());
  await shown.until('RESULTS');
  assert.match(shown.frame(), /VERDICT {2}too few repeats for a verdict \(1 of at least 5\)/);
});

test('a second escape cancels, once, and the results are what had finished', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await run(shown, session);
  shown.press('escape');
  await shown.until('esc again cancels');
  assert.ok(!session.log.includes('cancel'));
  shown.press('escape');
  await shown.until('stopping: the workers are coming to rest');
  shown.press(twoEscapes);
  tellEnd(session, planned(), true);
  await shown.until('! interrupted: only what had finished is counted');
  assert.deepEqual(session.log, ['calibrate list', 'prepare', 'start', 'cancel']);
});

test('any other key after escape lets the run go on', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await run(shown, session);
  shown.press('escape');
  await shown.until('esc again cancels');
  shown.press('x');
  await shown.until('esc cancel, keeps finished repeats');
  shown.press('escape');
  await shown.until('esc again cancels');
  assert.ok(!session.log.includes('cancel'));
});

test('after a cancelled run the next one asks again', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await run(shown, session);
  shown.press(twoEscapes);
  await shown.until('stopping');
  tellEnd(session, planned(), true);
  await shown.until('RESULTS');
  shown.press('enter');
  tellRun(session, planned());
  await shown.until('esc cancel, keeps finished repeats');
  shown.press('escape');
  await shown.until('esc again cancels');
});

test('enter on the results starts the same plan again', async () => {
  const { session, plans } = opened();
  using shown = show({ session, settings });
  await toResults(shown, session);
  shown.press('enter');
  await shown.until('starting');
  assert.deepEqual(session.log, ['calibrate list', 'prepare', 'start', 'start']);
  assert.deepEqual(plans, [planned(), planned()]);
  tellRun(session, planned());
  await shown.until('RUN 1/1');
});

for (const [key, size] of [
  ['left', '20,000'],
  ['right', '100,000'],
] as const) {
  test(`${key} on the results leads back to setup with the size ${size}`, async () => {
    const { session } = opened();
    using shown = show({ session, settings });
    await shown.until('SETUP');
    shown.press('r');
    await shown.until('> Repeats');
    await toResults(shown, session);
    shown.press(key);
    await shown.until('SETUP');
    assert.match(shown.frame(), new RegExp(`> Size {8}n = +${size} `));
  });
}

test('ctrl+c interrupts from everywhere', async () => {
  const { session } = opened();
  let interruptions = 0;
  using shown = show({ session, settings, onInterrupt: () => void interruptions++ });
  await shown.until('SETUP');
  shown.press('ctrl+c');
  assert.equal(interruptions, 1);
  shown.press('enter');
  await shown.until('starting');
  shown.press('ctrl+c');
  assert.equal(interruptions, 2);
  tellRun(session, planned());
  await shown.until('RUN 1/1');
  shown.press('ctrl+c');
  assert.equal(interruptions, 3);
  tellEnd(session, planned());
  await shown.until('RESULTS');
  shown.press('5\u{3}');
  assert.equal(interruptions, 4);
});

test('? opens the help over every screen, it scrolls, and ? or escape closes it', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('?');
  await shown.until('KEYS ON THE SETUP SCREEN');
  shown.press('down');
  await shown.until('lines 2 to');
  shown.press('up', 'up');
  await shown.until('lines 1 to');
  shown.press('escape');
  await shown.until('FORECAST');
  await run(shown, session);
  shown.press('?');
  await shown.until('HELP');
  shown.press('q');
  await shown.until('RUN 1/1');
  tellEnd(session, planned());
  await shown.until('RESULTS');
  shown.press('?');
  await shown.until('HELP');
  shown.press('?');
  await shown.until('RESULTS');
});

const rayPlan = planned({ engines: ['ray', 'local'] });
const [onRay, onLocal] = rayPlan.passes;
const lost = {
  status: 'failed',
  failure: {
    code: 'ray-driver-error',
    message: 'The driver failed.',
    hint: 'Look into its log.',
    log: Array.from({ length: 40 }, (_, index) => `line ${index + 1} of the log`),
  },
} as const;

test('d opens the log of a failed driver, during the run and on the results, and d or escape closes it', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('enter');
  await shown.until('starting as soon as');
  session.tell({ type: 'profile-started', plan: rayPlan, startedAt: '' });
  session.tell({ type: 'pass-started', pass: onRay! });
  await shown.until('RUN 1/1');
  shown.press('d');
  session.tell({ type: 'pass-finished', pass: onRay!, outcome: lost });
  session.tell({ type: 'pass-started', pass: onLocal! });
  await shown.until("d driver's log");
  shown.press('d');
  await shown.until('line 1 of the log');
  shown.press('pagedown', 'down');
  await shown.until('lines 20 to');
  shown.press('up', 'pageup', 'pageup');
  await shown.until('lines 1 to');
  shown.press('q');
  await shown.until('RUN 1/1');
  session.tell({
    type: 'pass-finished',
    pass: onLocal!,
    outcome: finished(caseOf(rayPlan, onLocal!), 1800),
  });
  session.tell({ type: 'profile-finished', interrupted: false });
  await shown.until('RESULTS');
  shown.press('d');
  await shown.until('! The driver failed. Look into its log.');
  shown.press('d');
  await shown.until('RESULTS');
  shown.press('d', '?');
  await shown.until('KEYS ON THE SETUP SCREEN');
  shown.press('d');
  await shown.until('line 1 of the log');
  shown.press('escape');
  await shown.until('RESULTS');
  shown.press('d', 'q');
  await shown.left;
});

test('where no driver left a log, d means nothing', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await toResults(shown, session);
  assert.doesNotMatch(shown.frame(), /d driver's log/);
  shown.press('d', '?');
  await shown.until('HELP');
  shown.press('d', '?');
  await shown.until('RESULTS');
});

test('q leaves from the help where nothing runs', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('?');
  await shown.until('HELP');
  shown.press('q');
  await shown.left;
});

test('while a start waits, keys change nothing', async () => {
  const { session, plans } = opened();
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('enter');
  await shown.until('starting');
  shown.press('right', 'enter', 'q');
  tellRun(session, planned());
  await shown.until('RUN 1/1');
  assert.deepEqual(plans, [planned()]);
});

test('a window below 60x16 shows one line, and the run comes back when it grows', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await run(shown, session);
  shown.resize(50, 12);
  const small = await shown.until('fibtui needs 60x16');
  assert.equal(small.trimEnd(), 'fibtui needs 60x16, this window is 50x12');
  shown.resize(80, 24);
  await shown.until('RUN 1/1');
});

test('a calibration that fails says why', async () => {
  const failure = {
    code: 'kernel-missing',
    message: 'The kernel is missing.',
    hint: 'Build it again.',
  };
  const session = {
    ...opened().session,
    calibrate: async () => Promise.reject(new EngineError(failure)),
  };
  using shown = show({ session, settings });
  await shown.until('! The kernel is missing. Build it again.');
});

test('a plan that cannot be prepared leads back to setup and says why', async () => {
  const prepare = async () => Promise.reject(new Error('no worker answers.'));
  const { session } = opened(2, { prepare });
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('enter');
  await shown.until('! no worker answers. Run it again; if it stays, report it with this');
  assert.match(shown.frame(), /enter run/);
});

test('a run that cannot start leads back to setup and says why', async () => {
  const play = async () => Promise.reject(new Error('something runs already.'));
  const { session } = opened(2, { play });
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('enter');
  await shown.until('! something runs already.');
});

const large: Settings = { ...settings, size: 300_000 };

test('a plan that needs too much memory is not started by enter', async () => {
  const { session } = opened(16);
  using shown = show({ session, settings: large });
  await shown.until('! too much memory');
  shown.press('enter', 'r');
  await shown.until('> Repeats');
  assert.deepEqual(session.log, ['calibrate list']);
});

test('f starts it all the same', async () => {
  const { session, plans } = opened(16);
  using shown = show({ session, settings: large });
  await shown.until('f force');
  shown.press('f');
  await shown.until('starting');
  assert.deepEqual(plans, [planned(large, 16)]);
});

test('f starts the size that is being typed, as the refusal was about it', async () => {
  const { session, plans } = opened(16);
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('300000');
  await shown.until('! too much memory');
  shown.press('f');
  await shown.until('starting');
  assert.deepEqual(plans, [planned(large, 16)]);
});

test('p takes pair instead', async () => {
  const { session } = opened(16);
  using shown = show({ session, settings: large });
  await shown.until('p pair instead');
  shown.press('p');
  await shown.until(/Workload +pair/);
  assert.match(shown.frame(), /n = {6}300,000/);
});

test('f and p mean nothing while nothing is refused', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('f', 'p', 'r');
  await shown.until('> Repeats');
  assert.match(shown.frame(), /Workload +list/);
  assert.deepEqual(session.log, ['calibrate list']);
});

test('a plan that turns out too large after the calibration is refused with its numbers', async () => {
  const session = fakeSession({
    state: sessionState(16, { calibrations: {} }),
    prepare: async () => planned(large, 16),
  });
  using shown = show({ session, settings: large });
  await shown.until('enter run');
  shown.press('enter');
  await shown.until('! list needs 68.2 GB at once: 305 % of what is free');
  assert.ok(!session.log.includes('start'));
});

test('q leaves from setup', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('q');
  await shown.left;
});

test('q leaves from the results', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await toResults(shown, session);
  shown.press('q');
  await shown.left;
});

/** Runs everything that waits for no timer. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    await setImmediate();
  }
}

/** A run with a fresh frame, and a way to send an event. */
async function running(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { session } = opened();
  const shown = show({ session, settings });
  t.after(() => shown[Symbol.dispose]());
  await run(shown, session, planned());
  session.clock.advance(6500);
  t.mock.timers.tick(250);
  await settled();
  const sample = (share: number) =>
    session.tell({ type: 'workers-sampled', workers: [{ share, tasks: 1 }] });
  return { shown, session, sample };
}

test('all that happens within 250 ms of a frame is drawn once', async (t) => {
  const { shown, sample } = await running(t);
  const before = shown.frames();
  t.mock.timers.tick(100);
  for (let event = 0; event < 50; event++) {
    sample(event / 50);
  }

  t.mock.timers.tick(149);
  await settled();
  assert.equal(shown.frames(), before);
  t.mock.timers.tick(1);
  await settled();
  assert.equal(shown.frames(), before + 1);
  assert.match(shown.frame(), /w1 .* 98 %/);
});

test('what happens later than that is drawn at once', async (t) => {
  const { shown, sample } = await running(t);
  const before = shown.frames();
  t.mock.timers.tick(250);
  sample(0.5);
  t.mock.timers.tick(1);
  await settled();
  assert.equal(shown.frames(), before + 1);
});

test('an app that follows shows what becomes of a session that is started elsewhere', async () => {
  const { session, plans } = opened();
  using shown = show({ session, settings, follows: true });
  await shown.until('SETUP');
  await shown.until('starting as soon as');
  tellRun(session, planned());
  await shown.until('RUN 1/1');
  tellEnd(session, planned());
  await shown.until('RESULTS');
  assert.deepEqual(plans, []);
});

test('every key is told before it is answered', async () => {
  const { session } = opened();
  let keys = 0;
  using shown = show({ session, settings, onKey: () => void keys++ });
  await shown.until('SETUP');
  shown.press('?');
  await shown.until('KEYS ON THE SETUP');
  assert.equal(keys, 1);
  shown.press('?', '[');
  await shown.until('25,000');
  assert.equal(keys, 3);
});
