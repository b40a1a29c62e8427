import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Plan, type PlannedPass, caseOf } from '../../../source/core/plan/plan.ts';
import { planOf } from '../../../source/core/plan/plan-of.ts';
import type { Playback } from '../../../source/core/session/playback.ts';
import type { Session } from '../../../source/core/session/session.ts';
import { defaultSettings, type Settings } from '../../../source/core/plan/settings.ts';
import { fakeSession, type FakeSession } from '../../helpers/session/fake-session.ts';
import { finished, profileStateWith } from '../../helpers/profiles/profiles.ts';
import { rampedPass } from '../../helpers/profiles/timelines.ts';
import { show, type Shown } from '../../helpers/screens/ui-app.tsx';
import { calibration, sessionState } from '../../helpers/screens/ui-states.ts';

const settings: Settings = { ...defaultSettings, rounds: 2, tasks: 40, workers: 20 };
const plan: Plan = planOf(settings, { cpus: 20, calibration });

/** A run whose first passes have ended, and whose next pass is running. */
async function opened(ended: number): Promise<Shown & { readonly session: FakeSession }> {
  const session = fakeSession({ state: sessionState(20) });
  const shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('enter');
  await shown.until('calibrating, then starting');
  session.tell({ type: 'profile-started', plan, startedAt: '2026-11-23T10:00:00.000Z' });
  await shown.until('round 1 of 2');
  plan.passes.slice(0, ended).forEach((pass) => end(session, pass));
  const next = plan.passes[ended];
  session.tell(
    next ? { type: 'pass-started', pass: next } : { type: 'profile-finished', interrupted: false },
  );
  await shown.until(next ? `round ${next.round} of 2` : 'RESULTS');
  return { ...shown, session };
}

function end(session: FakeSession, pass: PlannedPass): void {
  const planned = caseOf(plan, pass);
  session.tell({ type: 'pass-started', pass });
  session.tell({
    type: 'pass-finished',
    pass,
    outcome:
      planned.engine === 'pool' ? rampedPass(planned, 902 - pass.index) : finished(planned, 1800),
  });
}

test('g opens the timeline from the results, and g or escape closes it', async () => {
  using shown = await opened(4);
  shown.press('g');
  const timeline = await shown.until('TIMELINE');
  assert.match(timeline, /round 1 of 2 {3}0 to 1\.80 s {3}rows 1 to 17 of 21/);
  assert.match(timeline, /local w1 .*▇ {2}1\.80 s[^]*pool {2}w01 .*▇/);
  shown.press('g');
  await shown.until('RESULTS');
  shown.press('g');
  await shown.until('TIMELINE');
  shown.press('escape');
  await shown.until('RESULTS');
});

test('it zooms, moves, scrolls, and shows another round and one engine alone', async () => {
  using shown = await opened(4);
  shown.press('g', '+');
  await shown.until('0.45 to 1.35 s of 1.80 s');
  shown.press('left', 'left');
  await shown.until('0 to 900 ms of 1.80 s');
  shown.press('0', 'pagedown');
  await shown.until(/0 to 1\.80 s {3}rows 5 to 21 of 21/);
  assert.match(shown.frame(), /w20/);
  assert.doesNotMatch(shown.frame(), /w03/);
  shown.press('.');
  await shown.until('round 2 of 2   0 to 1.80 s');
  shown.press('c');
  await shown.until('local alone   round 2 of 2   0 to 1.80 s');
  shown.press('c');
  await shown.until('pool alone   round 2 of 2   0 to 900 ms');
  shown.press('c');
  await shown.until('│ round 2 of 2   0 to 1.80 s');
});

test('keys that arrive as one chunk are all taken', async () => {
  using shown = await opened(4);
  shown.press('g+++,');
  await shown.until('0.787 to 1.012 s of 1.80 s');
});

test('during a run it shows the round that runs, and one that was chosen stays while more end', async () => {
  using shown = await opened(3);
  shown.resize(120, 40);
  shown.press('g');
  await shown.until('round 2 of 2, local is running');
  shown.press(',');
  await shown.until(/round 1 of 2 .*0 to 1\.80 s/);
  const before = shown.frame();
  plan.passes.slice(3).forEach((pass) => end(shown.session, pass));
  shown.session.tell({ type: 'profile-finished', interrupted: false });
  const after = await shown.until('q quit');
  const rows = (frame: string) => frame.split('\n').slice(2, 22).join('\n');
  assert.equal(rows(after), rows(before));
});

test('during a run escape and q close it, and cancel nothing', async () => {
  using shown = await opened(2);
  for (const key of ['escape', 'q']) {
    shown.press('g');
    await shown.until('TIMELINE');
    shown.press(key);
    await shown.until('esc cancel (finished rounds');
  }

  assert.ok(!shown.session.log.includes('cancel'));
});

test('while it is asked whether to cancel, g goes on with the run as any other key', async () => {
  using shown = await opened(2);
  shown.press('escape');
  await shown.until('Press esc again');
  shown.press('g');
  await shown.until('esc cancel (');
});

test('a question to cancel that the end of the run answered does not keep g from the results', async () => {
  using shown = await opened(3);
  shown.press('escape');
  await shown.until('Press esc again');
  end(shown.session, plan.passes[3]!);
  shown.session.tell({ type: 'profile-finished', interrupted: false });
  await shown.until('RESULTS');
  shown.press('g');
  await shown.until('TIMELINE');
});

test('the help lies over it, and leads back to it', async () => {
  using shown = await opened(4);
  shown.press('g', '?');
  await shown.until('KEYS ON THE TIMELINE');
  shown.press('?');
  await shown.until('TIMELINE');
  shown.press('q');
  await shown.left;
});

test('on the setup screen g means nothing', async () => {
  using shown = show({ session: fakeSession({ state: sessionState() }), settings });
  const setup = await shown.until('SETUP');
  shown.press('g', ']');
  await shown.until(/Size +100,000/);
  assert.match(setup, /SETUP/);
  assert.match(shown.frame(), /SETUP/);
});

const playback: Playback = {
  status: () => ({ state: 'ended', position: 1000, length: 1000, speed: 1 }),
  toggle() {},
  seek() {},
  step() {},
  changeSpeed() {},
  restart() {
    throw new Error('0 is a key of the timeline here');
  },
};

test('it lies over a replay as well, with keys of its own', async () => {
  const profile = profileStateWith({
    walls: { local: [9], pool: [(pass) => rampedPass(pass, 8)] },
  });
  const session: Session = { ...fakeSession({ state: sessionState(2, { profile }) }), playback };
  using shown = show({ session, settings });
  await shown.until('RESULTS');
  shown.press('g', '+', '0');
  await shown.until(/TIMELINE[^]*esc back {2}\+\/- zoom/);
  shown.press('escape');
  await shown.until(/RESULTS[^]*ended 1.0 s/);
});

test('a window that is resized is filled, and below the smallest it says so', async () => {
  using shown = await opened(4);
  shown.press('g');
  await shown.until('TIMELINE');
  shown.resize(60, 16);
  await shown.until(/rows 1 to \d of 21/);
  shown.resize(50, 12);
  await shown.until('fibtui needs 60x16');
  shown.resize(120, 40);
  assert.match(await shown.until(/w20 /), /w01 /);
});
