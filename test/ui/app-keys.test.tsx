import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseOf } from '../../source/core/plan/plan.ts';
import { finished } from '../helpers/profiles/profiles.ts';
import { show } from '../helpers/screens/ui-app.tsx';
import {
  settings,
  planned,
  opened,
  tellRun,
  tellEnd,
  run,
  toResults,
} from '../helpers/screens/app-runs.ts';

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
  await shown.until('round 1 of 1');
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
  await shown.until('WHAT WILL HAPPEN');
  await run(shown, session);
  shown.press('?');
  await shown.until('HELP');
  shown.press('q');
  await shown.until('round 1 of 1');
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

test('d opens the details of the results, whose last page is the log of a failed driver', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('enter');
  await shown.until('calibrating, then starting');
  session.tell({ type: 'profile-started', plan: rayPlan, startedAt: '' });
  session.tell({ type: 'pass-started', pass: onRay! });
  await shown.until('round 1 of 1');
  session.tell({ type: 'pass-finished', pass: onRay!, outcome: lost });
  session.tell({ type: 'pass-started', pass: onLocal! });
  session.tell({
    type: 'pass-finished',
    pass: onLocal!,
    outcome: finished(caseOf(rayPlan, onLocal!), 1800),
  });
  session.tell({ type: 'profile-finished', interrupted: false });
  await shown.until('RESULTS');
  shown.press('d');
  await shown.until('ROUNDS · accounting · trust · plan · log');
  shown.press('shift+tab');
  await shown.until('! The driver failed. Look into its log.');
  shown.press('pagedown', 'down');
  await shown.until(/ 2\d to /);
  shown.press('up', 'pageup', 'pageup');
  await shown.until(' 1 to ');
  shown.press('d');
  await shown.until('RESULTS');
  shown.press('d', '?');
  await shown.until('KEYS IN THE DETAILS');
  shown.press('escape');
  await shown.until('EVERY ROUND');
  shown.press('tab', 'tab');
  await shown.until('TRUST');
  shown.press('q');
  await shown.left;
});

test('the details have a page for the log where a driver left one', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await toResults(shown, session);
  shown.press('d');
  await shown.until('ROUNDS · accounting · trust · plan ─');
  shown.press('escape');
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

test('a window below 60x16 shows one line, and the run comes back when it grows', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await run(shown, session);
  shown.resize(50, 12);
  const small = await shown.until('fibtui needs 60x16');
  assert.equal(small.trimEnd(), 'fibtui needs 60x16, this window is 50x12');
  shown.resize(80, 24);
  await shown.until('round 1 of 1');
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

test('a paste in brackets is typed on the setup screen, and does nothing on the others', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await shown.until('SETUP');
  const paste = (text: string) => shown.press(`\u{1B}[200~${text}\u{1B}[201~`);
  paste('http://queue.example:8265');
  await shown.until('The paste is no number: nothing was changed.');
  paste('5,000\n');
  await shown.until('5,000_');
  shown.press('escape');
  await shown.until('enter run');
  await run(shown, session);
  paste('qqq');
  await shown.until('! nothing was pasted: this screen takes keys, no text');
  shown.press('pageup');
  await shown.until('esc cancel');
  tellEnd(session, planned());
  await shown.until('RESULTS');
  paste('qqq');
  await shown.until('nothing was pasted');
  shown.press('?');
  await shown.until('HELP');
});
