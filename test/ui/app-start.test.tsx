import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EngineError } from '../../source/core/failure.ts';
import { show } from '../helpers/screens/ui-app.tsx';
import { settings, planned, opened, tellRun, settled } from '../helpers/screens/app-runs.ts';

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
  await shown.until('esc cancel');
  shown.press('escape');
  await shown.until('enter run');
  goOn();
  await settled();
  assert.deepEqual(session.log, ['calibrate list', 'prepare']);
  shown.press('enter');
  await shown.until('esc cancel');
  goOn();
  await settled();
  assert.deepEqual(session.log, ['calibrate list', 'prepare', 'prepare', 'start']);
});

test('a run that starts at once needs no key, and can be given up', async () => {
  const { session, goOn } = prepared();
  using shown = show({ session, settings, atOnce: true });
  await shown.until('esc cancel');
  shown.press('escape');
  await shown.until('enter run');
  goOn();
  await settled();
  assert.deepEqual(session.log, ['calibrate list', 'prepare']);
});

test('a run that starts at once starts once, however often the screen is drawn', async () => {
  const { session, goOn } = prepared();
  using shown = show({ session, settings, atOnce: true });
  await shown.until('esc cancel');
  shown.resize(100, 30);
  goOn();
  await settled();
  shown.resize(80, 24);
  await settled();
  assert.deepEqual(session.log, ['calibrate list', 'prepare', 'start']);
});

test('a start that was given up says nothing of why it would have failed', async () => {
  const { session, goOn } = prepared(new Error('no worker answers.'));
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('enter');
  await shown.until('esc cancel');
  shown.press('escape');
  await shown.until('enter run');
  goOn();
  await settled();
  shown.press('down');
  assert.doesNotMatch(await shown.until('> Tasks'), /no worker answers/);
});

test('while a start waits, keys change nothing', async () => {
  const { session, plans } = opened();
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('enter');
  await shown.until('starting');
  shown.press('right', 'enter', 'q');
  tellRun(session, planned());
  await shown.until('round 1 of 1');
  assert.deepEqual(plans, [planned()]);
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
  await shown.until('▲ The kernel is missing. Build it again.');
});

test('a plan that cannot be prepared leads back to setup and says why', async () => {
  const prepare = async () => Promise.reject(new Error('no worker answers.'));
  const { session } = opened(2, { prepare });
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('enter');
  await shown.until('▲ no worker answers. Run again; if it happens again, report it with this');
  assert.match(shown.frame(), /enter run/);
});

test('a run that cannot start leads back to setup and says why', async () => {
  const play = async () => Promise.reject(new Error('something runs already.'));
  const { session } = opened(2, { play });
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('enter');
  await shown.until('▲ something runs already.');
});
