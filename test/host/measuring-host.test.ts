import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { EngineError, sentenceOf } from '../../source/core/failure.ts';
import type { ProfileEvent } from '../../source/core/profile/event.ts';
import { openMeasuringHost } from '../../source/host/parent/measuring-host.ts';
import { finished, planWith } from '../helpers/profiles/profiles.ts';
import { fakeHosts, killed } from '../helpers/session/fake-host.ts';

const plan = planWith({ rounds: 2 });
const [first, second, third, fourth] = plan.passes;
const ray = { version: '1.2.3', environment: {}, home: '' };

const started: ProfileEvent = { type: 'profile-started', plan, startedAt: '' };
const over: ProfileEvent = { type: 'profile-finished', interrupted: false };
const begins = (pass = first!): ProfileEvent => ({ type: 'pass-started', pass });
const ends = (pass = first!): ProfileEvent => ({
  type: 'pass-finished',
  pass,
  outcome: finished(
    plan.cases.find(({ id }) => id === pass.case)!,
    10,
  ),
});

function opened() {
  const { open, hosts } = fakeHosts();
  const told: string[] = [];
  const host = openMeasuringHost({
    open,
    setup: { began: 0, ray },
    hear(heard) {
      if (heard.type === 'happened') {
        told.push(lineOf(heard.event));
      }
    },
  });
  const stop = new AbortController();
  const run = async () => host.run({ plan, cpus: 2, signal: stop.signal });
  return { host, hosts, told, run, stop };
}

function lineOf(event: ProfileEvent | { readonly type: string }): string {
  if (!('outcome' in event)) {
    return 'interrupted' in event ? `${event.type} ${event.interrupted}` : event.type;
  }

  const { pass, outcome } = event;
  const why = outcome.status === 'failed' ? ` ${outcome.failure.message}` : '';
  return `${pass.case} ${pass.round} ${outcome.status}${why}`;
}

/** Lets a host that has died be replaced. */
const settle = async () => setImmediate();

test('no host is started before there is work, and a closed one starts none', async () => {
  const { host, hosts } = opened();
  assert.deepEqual([hosts.length, host.pid(), host.isBusy()], [0, undefined, false]);
  await host.close();
  await assert.rejects(host.calibrate('list', 1e9), /closed/);
  assert.equal(hosts.length, 0);
});

test('work is done when the host says so, or fails as it says', async () => {
  const { host, hosts } = opened();
  const calibrated = host.calibrate('list', 1e9);
  assert.deepEqual([host.isBusy(), host.pid()], [true, 1001]);
  assert.deepEqual(hosts[0]!.works, [{ type: 'calibrate', workload: 'list', limit: 1e9 }]);
  hosts[0]!.answer();
  await calibrated;
  const again = host.calibrate('list', 1e9);
  hosts[0]!.answer({ code: 'x', message: 'No memory.', hint: 'Free some.' });
  await assert.rejects(again, EngineError);
  assert.deepEqual([host.isBusy(), hosts.length], [false, 1]);
});

test('a calibration of which its host died is begun again, and fails if it happens twice', async () => {
  const { host, hosts } = opened();
  const calibrated = host.calibrate('list', 1e9);
  hosts[0]!.die();
  await settle();
  assert.deepEqual(hosts[1]!.sent, ['calibrate']);
  const failed = assert.rejects(calibrated, (error) => {
    assert.equal(sentenceOf(error), 'The measuring process was ended by SIGKILL. Run it again.');
    return true;
  });
  hosts[1]!.die();
  await failed;
  assert.equal(hosts.length, 2);
});

test('a host that dies in a pass costs that pass, and another one goes on with the next', async () => {
  const { hosts, told, run } = opened();
  const ran = run();
  hosts[0]!.tell(started, begins(), ends(), begins(second));
  hosts[0]!.die();
  await settle();
  const [work] = hosts[1]!.works;
  assert.ok(work?.type === 'run');
  assert.equal(work.ended, 2);
  hosts[1]!.tell(begins(third), ends(third), begins(fourth), ends(fourth), over);
  hosts[1]!.answer();
  await ran;
  assert.deepEqual(told, [
    'profile-started',
    'pass-started',
    'local 1 finished',
    'pass-started',
    'pool 1 failed The measuring process was ended by SIGKILL, in pool, round 1.',
    'pass-started',
    'pool 2 finished',
    'pass-started',
    'local 2 finished',
    'profile-finished false',
  ]);
});

test('one that dies between two passes costs the next one', async () => {
  const { hosts, told, run } = opened();
  const ran = run();
  hosts[0]!.tell(started, begins(), ends());
  hosts[0]!.die();
  await settle();
  hosts[1]!.tell(over);
  hosts[1]!.answer();
  await ran;
  assert.equal(
    told[3],
    'pool 1 failed The measuring process was ended by SIGKILL, before pool, round 1.',
  );
});

test('a second death ends the profile, with what has finished', async () => {
  const { hosts, told, run } = opened();
  const ran = run();
  hosts[0]!.tell(started, begins());
  hosts[0]!.die();
  await settle();
  hosts[1]!.tell(begins(second));
  hosts[1]!.die();
  await ran;
  assert.equal(hosts.length, 2);
  assert.match(told.at(-2), /^pool 1 failed/);
  assert.equal(told.at(-1), 'profile-finished false');
});

test('a death in the last pass ends the profile', async () => {
  const { hosts, told, run } = opened();
  const ran = run();
  hosts[0]!.tell(started, ...plan.passes.slice(0, -1).map(ends), begins(fourth));
  hosts[0]!.die();
  await ran;
  assert.deepEqual([hosts.length, told.at(-1)], [1, 'profile-finished false']);
});

test('a host that the system refuses is not asked for twice', async () => {
  const { host, hosts } = opened();
  const calibrated = assert.rejects(host.calibrate('list', 1e9), EngineError);
  hosts[0]!.die({ code: 'host-refused', message: 'It could not be started.', hint: 'End some.' });
  await calibrated;
  assert.equal(hosts.length, 1);
});

test('a death after the profile has ended changes nothing', async () => {
  const { hosts, told, run } = opened();
  const ran = run();
  hosts[0]!.tell(started, over);
  hosts[0]!.die();
  await ran;
  assert.deepEqual([hosts.length, told], [1, ['profile-started', 'profile-finished false']]);
});

test('a host that dies before its profile begins is replaced once, then the run is refused', async () => {
  const { hosts, told, run } = opened();
  const ran = run();
  hosts[0]!.die();
  await settle();
  const failed = assert.rejects(ran, EngineError);
  hosts[1]!.die();
  await failed;
  assert.deepEqual([hosts.length, told], [2, []]);
});

test('a cancelled profile whose host dies is cancelled, not failed', async () => {
  const { hosts, told, run, stop } = opened();
  const ran = run();
  hosts[0]!.tell(started, begins());
  stop.abort();
  assert.deepEqual(hosts[0]!.sent, ['run', 'cancel']);
  hosts[0]!.die();
  await ran;
  assert.deepEqual(told.slice(2), ['local 1 cancelled', 'profile-finished true']);
});

test('the next host is told of the job that the dead one left on a cluster', async () => {
  const { hosts, run } = opened();
  const ran = run();
  hosts[0]!.tell(started, begins(), { type: 'phase-changed', phase: 'submitting', job: 'job-1' });
  hosts[0]!.die();
  await settle();
  const [work] = hosts[1]!.works;
  assert.ok(work?.type === 'run');
  assert.equal(work.orphan, 'job-1');
  hosts[1]!.tell(over);
  hosts[1]!.answer();
  await ran;
});

test('to close means to have it end what it does, then to end it', async (t: TestContext) => {
  const { host, hosts } = opened();
  void host.calibrate('list', 1e9).catch(() => {});
  const closed = t.mock.fn();
  const closing = host.close().then(closed);
  await settle();
  assert.deepEqual([hosts[0]!.sent, closed.mock.callCount()], [['calibrate', 'close'], 0]);
  hosts[0]!.answer();
  await closing;
  assert.equal(host.pid(), undefined);
});

test('a killed host does not hold up the end', async () => {
  const { host, hosts } = opened();
  const calibrated = assert.rejects(host.calibrate('list', 1e9));
  const closing = host.close();
  host.kill();
  await Promise.all([closing, calibrated]);
  assert.equal(hosts.length, 1);
  assert.equal(killed.code, 'host-died');
});
