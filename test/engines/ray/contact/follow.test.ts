import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import { followLog } from '../../../../source/engines/ray/contact/follow.ts';
import { openLogReader } from '../../../../source/engines/ray/driver/protocol.ts';
import { driverLines, failure, fakeRayJobs, said } from '../../../helpers/ray/fake-ray-jobs.ts';
import { mockedTime } from '../../../helpers/time/mocked-time.ts';

/** Follows the log of a fake Ray; the text goes through a reader, as in a run. */
function startFollowing(
  t: TestContext,
  options: { readonly ray?: string; readonly node?: string | undefined } = {},
) {
  const time = mockedTime(t);
  const jobs = fakeRayJobs();
  const end = new AbortController();
  const reader = openLogReader('n');
  const events: string[] = [];
  const texts: string[] = [];
  let polls = 0;
  let cuts = 0;
  const followed = followLog({
    jobs: {
      ...jobs,
      logs: async (id) => {
        polls++;
        return jobs.logs(id);
      },
    },
    id: 'job',
    node: 'node',
    ray: '2.60.0',
    ...options,
    signal: end.signal,
    onText(text) {
      texts.push(text);
      events.push(...reader.read(text).map(({ seq, ev }) => `${seq} ${ev}`));
    },
    onRestart: reader.restart,
    onCut: () => void cuts++,
  });
  const line = driverLines('n');
  /** Writes to the log and to the open stream. */
  const write = (text: string) => {
    jobs.log += text;
    jobs.streams.at(-1)?.say(text);
  };
  return {
    ...time,
    jobs,
    events,
    texts,
    line,
    write,
    polls: () => polls,
    cuts: () => cuts,
    lines: reader.lines,
    async end() {
      end.abort();
      await followed;
    },
  };
}

suite('a log', () => {
  test('is followed by the stream, without asking for it', async (t) => {
    const log = startFollowing(t);
    for (const share of [0.1, 0.2, 0.3]) {
      log.write(log.line(said.progress({ 0: share })));
      await log.pass(1000);
    }

    assert.deepEqual(log.events, ['1 progress', '2 progress', '3 progress']);
    assert.equal(log.polls(), 0);
    assert.equal(log.jobs.streams.length, 1);
    await log.end();
    assert.equal(log.jobs.streams[0]!.open(), false);
  });

  for (const how of ['end', 'fail'] as const) {
    test(`goes on without doubles when the stream ${how}s in the middle of a line`, async (t) => {
      const log = startFollowing(t);
      log.write(`words\n${log.line(said.hello)}`);
      const next = log.line(said.cluster);
      log.write(next.slice(0, 20));
      log.jobs.streams[0]!.say(next.slice(20, 30));
      log.jobs.streams[0]![how]();
      await log.pass(300);
      assert.equal(log.cuts(), 1);
      assert.equal(log.jobs.streams.length, 2);
      // As in Ray, a new stream starts at the beginning of the log.
      log.jobs.streams[1]!.say(log.jobs.log);
      log.write(next.slice(20));
      assert.deepEqual(log.events, ['1 hello', '2 cluster']);
      assert.deepEqual(log.lines(), ['words']);
      await log.end();
    });
  }

  test('that is silent is asked for once, and streamed anew', async (t) => {
    const log = startFollowing(t);
    await log.pass(2600);
    assert.equal(log.polls(), 1);
    await log.pass(300);
    assert.equal(log.jobs.streams.length, 2);
    assert.equal(log.jobs.streams[0]!.open(), false);
    assert.equal(log.cuts(), 0);
    await log.end();
  });

  test('that falls silent after some words was not cut', async (t) => {
    const log = startFollowing(t);
    log.write(log.line(said.hello));
    await log.pass(2600);
    assert.equal(log.polls(), 1);
    assert.equal(log.cuts(), 0);
    await log.end();
  });

  test('of which the stream missed something once is streamed anew', async (t) => {
    const log = startFollowing(t);
    await log.settle();
    log.jobs.log = log.line(said.hello);
    log.jobs.streams[0]!.fail();
    await log.pass(300);
    assert.deepEqual(log.events, ['1 hello']);
    log.write(log.line(said.cluster));
    assert.equal(log.jobs.streams.length, 2);
    assert.deepEqual(log.events, ['1 hello', '2 cluster']);
    await log.end();
  });

  test('that a proxy holds back is asked for from the second time on', async (t) => {
    const log = startFollowing(t);
    log.jobs.log = log.line(said.hello);
    await log.pass(2600);
    assert.deepEqual(log.events, ['1 hello']);
    log.jobs.log += log.line(said.cluster);
    await log.pass(2600);
    const streams = log.jobs.streams.length;
    for (const task of [0, 1, 2]) {
      log.jobs.log += log.line(said.started(task));
      await log.pass(250);
    }

    assert.deepEqual(log.events, ['1 hello', '2 cluster', '3 started', '4 started', '5 started']);
    assert.equal(log.jobs.streams.length, streams);
    await log.end();
  });

  test('is streamed again after every outage, without doubles', async (t) => {
    const log = startFollowing(t);
    for (const task of [0, 1, 2, 3]) {
      await log.settle();
      const streams = log.jobs.streams.length;
      log.jobs.unreadable = failure('ray-unreachable');
      log.jobs.streams.at(-1)?.fail();
      await log.pass(2000);
      log.jobs.log += log.line(said.started(task));
      log.jobs.streams.at(-1)?.fail();
      log.jobs.unreadable = undefined;
      await log.pass(300);
      assert.ok(log.jobs.streams.length > streams);
      assert.ok(log.jobs.streams.at(-1)?.open());
    }

    assert.deepEqual(log.events, ['1 started', '2 started', '3 started', '4 started']);
    await log.end();
  });

  test('the file of which is not there yet is streamed as soon as it is', async (t) => {
    const log = startFollowing(t);
    await log.settle();
    log.jobs.streams[0]!.fail();
    await log.pass(300);
    log.jobs.streams[1]!.fail();
    await log.pass(300);
    log.write(log.line(said.hello));
    assert.equal(log.jobs.streams.length, 3);
    assert.deepEqual(log.events, ['1 hello']);
    assert.equal(log.cuts(), 0);
    await log.end();
  });

  for (const [what, options] of [
    ['of a Ray whose stream has marks of its own', { ray: '2.32.1' }],
    ['of a driver whose node is not known', { node: undefined }],
  ] as const) {
    test(`${what} is asked for four times a second`, async (t) => {
      const log = startFollowing(t, options);
      for (const task of [0, 1]) {
        const line = log.line(said.started(task));
        log.jobs.log += `words\n${line.slice(0, 9)}`;
        await log.pass(250);
        log.jobs.log += line.slice(9);
        await log.pass(250);
      }

      assert.deepEqual(log.events, ['1 started', '2 started']);
      assert.equal(log.texts.join(''), log.jobs.log);
      assert.ok(log.texts.every((text) => text === '' || text.endsWith('\n')));
      assert.deepEqual(log.lines(), ['words', 'words']);
      assert.equal(log.jobs.streams.length, 0);
      assert.equal(log.polls(), 5);
      await log.end();
    });
  }

  test('that grows long is asked for less often', async (t) => {
    const log = startFollowing(t, { ray: '2.10.0' });
    log.jobs.log = 'x'.repeat(5_000_000);
    await log.pass(4000);
    assert.equal(log.polls(), 5);
    await log.end();
  });

  test('that cannot be read for a while is read on afterwards', async (t) => {
    const log = startFollowing(t, { ray: '2.10.0' });
    log.jobs.unreadable = failure('ray-silent');
    await log.pass(1000);
    log.jobs.unreadable = undefined;
    log.jobs.log = log.line(said.hello);
    await log.pass(250);
    assert.deepEqual(log.events, ['1 hello']);
    await log.end();
  });

  test('that became shorter is read from its start', async (t) => {
    const log = startFollowing(t, { ray: '2.10.0' });
    log.jobs.log = `a long first line\n${log.line(said.hello)}`;
    await log.pass(250);
    log.jobs.log = 'new\n';
    await log.pass(250);
    assert.deepEqual(log.lines(), ['new']);
    await log.end();
  });

  test('that still is not answered does not hold up the end', async (t) => {
    const log = startFollowing(t, { ray: '2.10.0' });
    log.jobs.unreadable = 'hangs';
    await log.pass(300);
    await log.end();
  });
});
