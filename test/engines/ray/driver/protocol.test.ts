import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { openLogReader } from '../../../../source/engines/ray/driver/protocol.ts';
import { driverLines, said } from '../../../helpers/ray/fake-ray-jobs.ts';

const nonce = 'n0nce';
const names = (events: readonly { readonly ev: string }[]) => events.map(({ ev }) => ev);

suite('a driver’s log', () => {
  test('gives the same events wherever it is cut', () => {
    const line = driverLines(nonce);
    const log = `${line(said.hello)}noise\n${line(said.started(0))}${line(said.progress({ 0: 0.5 }))}`;
    const whole = openLogReader(nonce).read(log);
    assert.deepEqual(names(whole), ['hello', 'started', 'progress']);
    for (let cut = 0; cut <= log.length; cut++) {
      const reader = openLogReader(nonce);
      const events = [...reader.read(log.slice(0, cut)), ...reader.read(log.slice(cut))];
      assert.deepEqual(events, whole);
      assert.deepEqual(reader.lines(), ['noise']);
    }
  });

  test('gives the same events character by character', () => {
    const line = driverLines(nonce);
    const reader = openLogReader(nonce);
    const log = `\u001B[36m(raylet)\u001B[0m né ☃\r\n${line(said.hello)}`;
    assert.deepEqual(names(log.split('').flatMap((unit) => reader.read(unit))), ['hello']);
    assert.deepEqual(reader.lines(), ['(raylet) né ☃']);
  });

  test('read again from its start tells no event twice, and keeps each other line once', () => {
    const line = driverLines(nonce);
    const start = `one\n${line(said.hello)}`;
    const reader = openLogReader(nonce);
    assert.deepEqual(names(reader.read(`${start}tw`)), ['hello']);
    reader.restart();
    assert.deepEqual(names(reader.read(`${start}two\n${line(said.cluster)}`)), ['cluster']);
    assert.deepEqual(reader.lines(), ['one', 'two']);
  });

  test('that cannot be read again keeps the lines it had', () => {
    const reader = openLogReader(nonce);
    reader.read('one\n');
    reader.restart();
    reader.read('');
    assert.deepEqual(reader.lines(), ['one']);
  });

  test('holds lines of the driver behind colours and other writers’ words', () => {
    const line = driverLines(nonce);
    const reader = openLogReader(nonce);
    const events = reader.read(`\u001B[36m(pid=7) \u001B[0mwords ${line(said.hello)}`);
    assert.deepEqual(names(events), ['hello']);
    assert.deepEqual(reader.lines(), ['(pid=7) words']);
  });

  test('holds the rows of tasks that a process on this machine tells, and no damaged one', () => {
    const row = { first: 2, startMs: [0, 2], endMs: [1, 3], cpuMs: [1, 1], digest: 'd', kept: '7' };
    const line = (fields: object, seq: number) =>
      `@fibtui:${nonce} ${JSON.stringify({ v: 1, seq, ts: 0, ev: 'row', ...fields })}\n`;
    const reader = openLogReader(nonce);
    const events = reader.read(`${line(row, 1)}${line({ ...row, endMs: [1, 'x'] }, 2)}`);
    assert.deepEqual(events, [{ v: 1, seq: 1, ts: 0, ev: 'row', ...row }]);
    assert.equal(reader.lines().length, 1);
  });

  test('keeps its last 200 other lines', () => {
    const reader = openLogReader(nonce);
    reader.read(Array.from({ length: 1000 }, (_, index) => `line ${index}\n`).join(''));
    assert.equal(reader.lines().length, 200);
    assert.equal(reader.lines()[0], 'line 800');
    assert.equal(reader.lines().at(-1), 'line 999');
  });

  test('without an end to its line is not kept in memory for ever', () => {
    const reader = openLogReader(nonce);
    for (let piece = 0; piece < 100; piece++) {
      reader.read('x'.repeat(10_000));
    }

    assert.ok(reader.lines().length > 0);
    const line = driverLines(nonce);
    assert.deepEqual(names(reader.read(`\n${line(said.hello)}`)), ['hello']);
    assert.ok(reader.lines().join('').length < 100_000);
  });
});

suite('a line', () => {
  const read = (text: string) => {
    const reader = openLogReader(nonce);
    return { events: reader.read(`${text}\n`), lines: reader.lines() };
  };
  const sentinel = `@fibtui:${nonce} `;

  for (const [what, text] of [
    ['of another run', `@fibtui:other {"v":1,"ev":"warm","seq":1,"ts":1,"ready":1,"of":1}`],
    ['of another version', `${sentinel}{"v":2,"ev":"warm","seq":1,"ts":1,"ready":1,"of":1}`],
    ['that is half', `${sentinel}{"v":1,"ev":"warm","seq":1`],
    ['without a number', `${sentinel}{"v":1,"ev":"warm","ts":1,"ready":1,"of":1}`],
    ['without a field', `${sentinel}{"v":1,"ev":"warm","seq":1,"ts":1,"ready":1}`],
    [
      'with a field of another type',
      `${sentinel}{"v":1,"ev":"warm","seq":1,"ts":1,"ready":1,"of":"2"}`,
    ],
    ['that is no object', `${sentinel}[1]`],
    ['named as every object’s own', `${sentinel}{"v":1,"ev":7,"seq":1,"ts":1}`],
    ['that echoes the entrypoint', `echo '@fib''tui:${nonce} {"v":1,"ev":"nopython"}'`],
  ]) {
    test(`${what} is no event, but part of the log`, () => {
      assert.deepEqual(read(text!), { events: [], lines: [text] });
    });
  }

  for (const ev of ['news', 'toString', '__proto__']) {
    test(`that says ${ev}, as a newer driver might, is passed over`, () => {
      const line = `${sentinel}{"v":1,"ev":"${ev}","seq":1,"ts":1}`;
      assert.deepEqual(read(line), { events: [], lines: [] });
    });
  }

  test('behind half of another one is an event', () => {
    const line = driverLines(nonce);
    const half = `${sentinel}{"v":1,"ev":"wa`;
    const { events, lines } = read(`${half}${line(said.hello)}`);
    assert.deepEqual(names(events), ['hello']);
    assert.deepEqual(lines, [half]);
  });

  test('of the shell needs neither number nor time', () => {
    const { events } = read(`${sentinel}{"v":1,"ev":"nopython"}`);
    assert.deepEqual(names(events), ['nopython']);
  });

  test('of progress has shares from 0 to 1', () => {
    const line = driverLines(nonce);
    const [event] = read(line(said.progress({ 0: -0.2, 1: 1.3, 2: 0.4 }))).events;
    assert.ok(event?.ev === 'progress');
    assert.deepEqual(event.frac, { 0: 0, 1: 1, 2: 0.4 });
  });

  test('of a result keeps digest and kept sum as texts, beyond 2⁵³ too', () => {
    const line = driverLines(nonce);
    const [event] = read(line({ ...said.result(0), kept: '2305843009213693950' })).events;
    assert.ok(event?.ev === 'result');
    assert.equal(event.kept, '2305843009213693950');
    assert.deepEqual(read(line({ ...said.result(0), kept: 12 })).events, []);
  });

  test('of a result without a kept sum is one all the same', () => {
    const line = driverLines(nonce);
    const [event] = read(line({ ...said.result(0), kept: null })).events;
    assert.ok(event?.ev === 'result');
    assert.equal(event.kept, undefined);
  });
});

suite('numbers that cannot be end the pass, and are named:', () => {
  const read = (text: string) => openLogReader(nonce).read(text);
  const line = driverLines(nonce);
  const cases = {
    'importMs of hello is -1': line({ ...said.hello, importMs: -1 }),
    'initMs of cluster is 1e+308': line({ ...said.cluster, initMs: 1e308 }),
    'cpus of cluster is 4000000000': line({ ...said.cluster, cpus: 4e9 }),
    'free of cluster is -1': line({ ...said.cluster, free: -1 }),
    'count of cluster is Infinity': line(said.cluster).replace('"count":2', '"count":1e999'),
    'of of warm is 1e+100': line({ ...said.warm, of: 1e100 }),
    'queueMs of started is -5': line({ ...said.started(0), queueMs: -5 }),
    'startMs of result is -Infinity': line(said.result(0)).replace('1000000', '-1e999'),
    'endMs of result is 5, before its startMs': line(said.result(0, 6, 5)),
    'cpuMs of result is -90': line({ ...said.result(0), cpuMs: -90 }),
    'endMs of ran is 1000003, before its startMs': line(said.ran([0, 0, 1, 4, 3, 1, null])),
    'startMs of ran is -1': line(said.ran([0, 0, 1, -1_000_001, 3, 1, null])),
    'queueMs of ran is -1': line(said.ran([0, 0, -1, 3, 4, 1, null])),
    'wallMs of end is -1': line(said.end('ok', { wallMs: -1 })),
    'taskMs of serial is -1': line({ ...said.serial, taskMs: [1, -1] }),
    'betweenMs of serial is -2': line({ ...said.serial, betweenMs: [-2] }),
    'ts of hello is -1': line(said.hello, -1),
  };
  for (const [reason, text] of Object.entries(cases)) {
    test(reason, () => {
      const [event] = read(text);
      assert.ok(event?.ev === 'end' && event.status === 'impossible', JSON.stringify(event));
      assert.equal(event.reason, reason);
    });
  }

  test('a task may take no time, and a moment before none', () => {
    assert.deepEqual(names(read(line(said.result(0, 6, 6)))), ['result']);
    assert.deepEqual(names(read(line({ ...said.started(0), queueMs: 0 }))), ['started']);
  });
});
