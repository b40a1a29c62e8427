import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { MachineEvent, ProfileEvent } from '../../source/core/profile/event.ts';
import type { Processor } from '../../source/machine/cpus/processor.ts';
import { watchMachine } from '../../source/machine/watch.ts';
import { fixtureSystem } from './fixture-system.ts';

type Observed = MachineEvent | ProfileEvent;

const named = async (): Promise<Processor> => ({ sockets: 3 });
const never = () => new Promise<Processor>(() => undefined);

function answerLater() {
  let resolve: (processor: Processor) => void = () => undefined;
  const promise = new Promise<Processor>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: (processor: Processor) => resolve(processor) };
}

const stat = (passed: number) => `cpu0 ${passed} 0 0 ${passed} 0 0 0 0 0 0\nintr 1\n`;

/** Watches a machine whose files and clock the test controls. */
function watchFixture(
  context: TestContext,
  ask: () => Promise<Processor> = never,
  askMemory?: () => Promise<number>,
) {
  context.mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  const askMock = context.mock.fn(ask);
  const files: Record<string, string> = {};
  const events: Observed[] = [];
  const own = fixtureSystem(askMemory ? 'none' : 'container-v2');
  let spent = 0;
  const system = {
    ...own,
    readText: (path: string) => files[path] ?? own.readText(path),
    processTime: () => spent,
  };
  const watch = watchMachine({
    system,
    libraries: {},
    observe: (event) => events.push(event),
    ask: askMock,
    askMemory,
  });
  const pass = async (milliseconds: number) => {
    context.mock.timers.tick(milliseconds);
    await Promise.resolve();
    await Promise.resolve();
  };

  const taken = () => events.splice(0);
  const spend = (milliseconds: number) => void (spent += milliseconds);
  return { watch, files, events, askMock, pass, taken, spend };
}

const types = (events: readonly Observed[]) => events.map(({ type }) => type);
const machines = (events: readonly Observed[]) =>
  events.flatMap((event) => (event.type === 'machine-detected' ? [event.machine] : []));

test('the machine is reported at once, without asking other programs', (context) => {
  const { events, askMock } = watchFixture(context);
  assert.deepEqual(types(events), ['machine-detected']);
  assert.equal(askMock.mock.callCount(), 0);
});

test('other programs are asked once, a moment later, and their answer is reported', async (context) => {
  const { askMock, pass, taken } = watchFixture(context, named);
  taken();
  await pass(250);
  assert.deepEqual(
    machines(taken()).map(({ sockets }) => sockets),
    [3],
  );
  await pass(5000);
  assert.equal(askMock.mock.callCount(), 1);
  assert.deepEqual(taken(), []);
});

test('an answer that fails changes nothing', async (context) => {
  const { pass, taken } = watchFixture(context, () => Promise.reject(new Error('no lscpu')));
  taken();
  await pass(3000);
  assert.deepEqual(taken(), []);
});

test('a new quota is reported within a second, and once', async (context) => {
  const { files, pass, taken } = watchFixture(context);
  taken();
  files['/sys/fs/cgroup/cpu.max'] = '200000 100000\n';
  await pass(1000);
  assert.deepEqual(
    machines(taken()).map(({ usable }) => usable.count),
    [2],
  );
  await pass(3000);
  assert.deepEqual(taken(), []);
});

test('memory that creeps is reported once it has moved by more than 1 % of the value shown', async (context) => {
  const { files, pass, taken } = watchFixture(context);
  taken();
  for (const kilobytes of [8_350_000, 8_310_000, 8_290_000]) {
    files['/proc/meminfo'] = `MemAvailable: ${kilobytes} kB\n`;
    await pass(1000);
  }

  assert.deepEqual(
    machines(taken()).map(({ memory }) => memory.free),
    [8_290_000 * 1024],
  );
});

test('load is sampled every half second, and omitted if no time passed', async (context) => {
  const { files, pass, taken } = watchFixture(context);
  files['/proc/stat'] = stat(100);
  await pass(500);
  taken();
  for (const passed of [200, 200, 300]) {
    files['/proc/stat'] = stat(passed);
    await pass(500);
  }

  const load = [{ cpu: 0, busy: 0.5, steal: 0 }];
  assert.deepEqual(
    taken().map((event) => event.type === 'load-sampled' && event.load),
    [load, load],
  );
});

test('load sampling continues after the counters were reset', async (context) => {
  const { files, pass, taken } = watchFixture(context);
  for (const passed of [5000, 100, 200]) {
    files['/proc/stat'] = stat(passed);
    await pass(500);
  }

  const last = taken().at(-1);
  assert.ok(last?.type === 'load-sampled');
  assert.deepEqual(last.load, [{ cpu: 0, busy: 0.5, steal: 0 }]);
});

test('while paused only the load is reported and nothing is asked', async (context) => {
  const { watch, files, askMock, pass, taken } = watchFixture(context, named);
  taken();
  files['/proc/stat'] = stat(5000);
  files['/sys/fs/cgroup/cpu.max'] = '200000 100000\n';
  watch.pause();
  await pass(2000);
  assert.deepEqual(new Set(types(taken())), new Set(['load-sampled']));
  assert.equal(askMock.mock.callCount(), 0);
});

test('on resuming, changes made meanwhile are reported at once', async (context) => {
  const { watch, files, askMock, pass, taken } = watchFixture(context, named);
  watch.pause();
  await pass(2000);
  files['/sys/fs/cgroup/cpu.max'] = '200000 100000\n';
  taken();
  watch.resume();
  assert.deepEqual(
    machines(taken()).map(({ usable }) => usable.count),
    [2],
  );
  await pass(1000);
  assert.equal(askMock.mock.callCount(), 1);
});

test('an answer that arrives while paused is reported on resuming', async (context) => {
  const { promise, resolve } = answerLater();
  const { watch, pass, taken } = watchFixture(context, () => promise);
  await pass(250);
  watch.pause();
  taken();
  resolve({ sockets: 3 });
  await pass(0);
  assert.deepEqual(taken(), []);
  watch.resume();
  assert.deepEqual(
    machines(taken()).map(({ sockets }) => sockets),
    [3],
  );
});

test('after stopping nothing is asked or reported, not even a late answer', async (context) => {
  const { promise, resolve } = answerLater();
  const { watch, files, askMock, pass, taken } = watchFixture(context, () => promise);
  await pass(250);
  taken();
  watch.stop();
  watch.resume();
  files['/proc/stat'] = stat(9000);
  files['/sys/fs/cgroup/cpu.max'] = '200000 100000\n';
  resolve({ sockets: 3 });
  await pass(5000);
  assert.deepEqual(taken(), []);
  assert.equal(askMock.mock.callCount(), 1);
});

test('the load of other programs covers the last seconds and excludes this program', async (context) => {
  const { files, pass, taken, spend } = watchFixture(context);
  // Every sample is half busy, two fifths of that by us; in the end it is all taken by others.
  for (let sample = 1; sample <= 7; sample++) {
    files['/proc/stat'] = stat(100 * sample);
    spend(400);
    await pass(500);
  }

  assert.deepEqual(others(taken()).at(-1), 0.3);
  for (let sample = 8; sample <= 14; sample++) {
    files['/proc/stat'] = stat(100 * sample);
    await pass(500);
  }

  assert.deepEqual(others(taken()).at(-1), 0.5);
});

const others = (events: readonly Observed[]) =>
  events.flatMap((event) => (event.type === 'load-sampled' ? event.otherLoad?.others : []));

test('it is ready as soon as the answer is reported', async (context) => {
  const { promise, resolve } = answerLater();
  const { watch, pass, taken } = watchFixture(context, async () => promise);
  taken();
  let isReady = false;
  const ready = watch.ready().then(() => (isReady = true));
  await pass(1000);
  assert.equal(isReady, false);
  resolve({ sockets: 3 });
  await ready;
  assert.deepEqual(
    machines(taken()).map(({ sockets }) => sockets),
    [3],
  );
});

for (const [what, ask] of [
  ['fails', async () => Promise.reject(new Error('no lscpu'))],
  ['never comes', never],
] as const) {
  test(`it is ready within 2 s if the answer ${what}`, async (context) => {
    const { watch, pass } = watchFixture(context, ask);
    const ready = watch.ready();
    await pass(250);
    await pass(2000);
    await ready;
  });
}

test('memory that only a program tells is asked for again and again, and never during a pass', async (context) => {
  let available = 8e9;
  let asked = 0;
  const { watch, pass, taken } = watchFixture(context, never, async () => {
    asked++;
    return available;
  });
  const limits = () => machines(taken()).map(({ memory }) => memory.limit);
  taken();
  await pass(250);
  assert.deepEqual(limits(), [8e9]);
  available = 1e9;
  await pass(2000);
  assert.deepEqual(limits(), [1e9]);
  watch.pause();
  const before = asked;
  available = 5e9;
  await pass(10_000);
  assert.equal(asked, before);
  watch.resume();
  await pass(0);
  assert.deepEqual(limits(), [5e9]);
});
