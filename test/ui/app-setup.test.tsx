import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formOf } from '../../source/ui/setup/form.ts';
import { clusterWith, target, withRay } from '../helpers/screens/ui-clusters.ts';
import { show } from '../helpers/screens/ui-app.tsx';
import { frameText } from '../helpers/screens/ui-frames.ts';
import { calibration, setupScreen } from '../helpers/screens/ui-states.ts';
import { settings, planned, opened } from '../helpers/screens/app-runs.ts';

test('a launch shows setup, calibrates, and fills the window', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  const expected = frameText(setupScreen(session.state(), formOf(settings)));
  assert.equal(`\n${await shown.until(expected.slice(1))}`, expected);
  assert.deepEqual(session.log, ['calibrate list']);
});

test('the arrows change the size, and keys that arrive as one chunk are all taken', async () => {
  using shown = show({ session: opened().session, settings });
  await shown.until(/Size +50,000/);
  shown.press('right');
  await shown.until(/Size +100,000/);
  shown.press(']]');
  await shown.until('▲ list takes 0 to 300,000 terms');
  assert.match(shown.frame(), /Size +200,000/);
});

test('another workload is calibrated, and until then the plan has no forecast', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await shown.until('in all');
  shown.press('down', 'down', 'down', 'down', 'right');
  await shown.until(' timing pair on one worker');
  assert.deepEqual(session.log, ['calibrate list', 'calibrate pair']);
  session.tell({ type: 'calibrated', calibration: { ...calibration, workload: 'pair' } });
  await shown.until('in all');
});

test('enter prepares what stands on the screen and starts it', async () => {
  const { session, plans } = opened();
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('right', 'enter');
  await shown.until('calibrating, then starting');
  assert.deepEqual(session.log, ['calibrate list', 'prepare', 'start']);
  assert.deepEqual(plans, [planned({ size: 100_000 })]);
});

test('Ray is asked of when space switches it on, and of nothing before or after that', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await shown.until('[ ] off');
  assert.deepEqual(session.log, ['calibrate list']);
  shown.press('up', ' ');
  await shown.until('The run will execute Python on http://127.0.0.1:8265');
  assert.deepEqual(session.log, ['calibrate list', 'reach http://127.0.0.1:8265']);
  shown.press(' ');
  await shown.until('[ ] off');
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
  shown.press('up');
  await shown.until('> Ray');
  shown.press('\u001B[200~ http://qa-head:8265/ray\u001B[201~');
  await shown.until('http://qa-head:8265/ray_');
  assert.deepEqual(session.log, ['calibrate list']);
  shown.press('enter');
  await shown.until('The run will execute Python on http://qa-head:8265/ray');
  assert.deepEqual(session.log, ['calibrate list', 'reach http://qa-head:8265/ray']);
  shown.press('right');
  await shown.until('The run will execute Python on http://127.0.0.1:8265');
  assert.equal(session.log.at(-1), 'reach http://127.0.0.1:8265');
});

test('while an address is typed ? is the help, ctrl+c interrupts, and enter starts when nothing is', async () => {
  const { session } = opened();
  let interruptions = 0;
  using shown = show({ session, settings, onInterrupt: () => void interruptions++ });
  await shown.until('SETUP');
  shown.press('up', 'backspace', 'q');
  await shown.until('q_');
  shown.press('ctrl+c', '?');
  await shown.until('HELP');
  assert.equal(interruptions, 1);
  shown.press('?');
  await shown.until('q_');
  shown.press('escape');
  await shown.until('enter run');
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
  await shown.until('▲ no engine answers.');
});

test('enter takes what is typed and does not start', async () => {
  const { session } = opened();
  using shown = show({ session, settings });
  await shown.until('SETUP');
  shown.press('1', '7', 'enter');
  await shown.until(/Size +17 terms/);
  assert.deepEqual(session.log, ['calibrate list']);
});
