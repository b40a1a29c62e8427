import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import { openRayServer, type RayServer } from '../../../helpers/ray/ray-server.ts';
import type { RayJobsRequest } from '../../../../source/engines/ray/api/jobs.ts';
import { jobsAt, rejection, tokenOf } from './jobs-at.ts';

const id = 'fibtui-1';

/** A running job whose log is followed, and a way to wait for its text. */
async function followJob(context: TestContext, more: Partial<RayJobsRequest> = {}) {
  const server = await openRayServer(context, { token: more.token?.reveal() });
  const jobs = jobsAt(server.url, more);
  await jobs.submit({ id, entrypoint: 'true', metadata: {} });
  const job = server.job(id);
  job.start('node-a');
  const stop = new AbortController();
  const parts: string[] = [];
  let notify = () => {};
  const onText = (text: string) => {
    parts.push(text);
    notify();
  };
  const ended = jobs.streamLogs({ id, node: 'node-a', onText, signal: stop.signal });
  const until = async (text: string) =>
    new Promise<void>((resolve) => {
      notify = () => {
        if (parts.join('').includes(text)) {
          resolve();
        }
      };
      notify();
    });
  return { server, jobs, job, stop, parts, ended, until };
}

/** A log that has started to arrive: requests it again if the machine is too busy for the short limit. */
async function begun(
  context: TestContext,
  more: Partial<RayJobsRequest>,
): ReturnType<typeof followJob> {
  for (;;) {
    const log = await followJob(context, more);
    log.job.write('one\n');
    const came = log.until('one\n').then(() => true);
    if (
      await Promise.race([
        came,
        log.ended.then(
          () => false,
          () => false,
        ),
      ])
    ) {
      return log;
    }
  }
}

const streamRequest = ({ requests }: RayServer) =>
  requests.find(({ call }) => call === 'GET /api/v0/logs/stream')!;

suite('the log of a driver', () => {
  test('comes from its start and then as it is written, until the signal', async (context) => {
    const { server, job, stop, parts, ended, until } = await followJob(context);
    job.write('one\n');
    await until('one\n');
    job.write('two\n');
    await until('two\n');
    stop.abort();
    await ended;
    assert.equal(parts.join(''), 'one\ntwo\n');
    assert.deepEqual(Object.fromEntries(streamRequest(server).query), {
      node_id: 'node-a',
      filename: 'job-driver-fibtui-1.log',
      lines: '-1',
      interval: '0.1',
      format: 'text',
    });
  });

  test('is whole where a chunk ends inside a line and inside a character', async (context) => {
    const { job, parts, stop, ended, until } = await followJob(context);
    let written = '';
    for (const character of ['é', '€', '😀']) {
      const bytes = Buffer.from(character);
      for (let cut = 1; cut < bytes.length; cut += 1) {
        const mark = `${character.codePointAt(0)} cut at ${cut}: `;
        job.write(Buffer.concat([Buffer.from(mark), bytes.subarray(0, cut)]));
        await until(mark);
        job.write(Buffer.concat([bytes.subarray(cut), Buffer.from('\n')]));
        written += `${mark}${character}\n`;
        await until(`${mark}${character}\n`);
      }
    }

    assert.equal(parts.join(''), written);
    assert.ok(
      parts.every((part) => !part.includes('\ufffd')),
      JSON.stringify(parts),
    );
    stop.abort();
    await ended;
  });

  test('ends with a failure where it is cut; the job goes on, and it can be followed again', async (context) => {
    const { jobs, job, ended, until } = await followJob(context);
    job.write('one\n');
    await until('one\n');
    job.cut();
    const { code, message } = await rejection(ended);
    assert.equal(code, 'ray-connection');
    assert.match(message, /^The connection to http:\S+ \(from --ray\) broke off\.$/);
    const stop = new AbortController();
    let again = '';
    await jobs.streamLogs({
      id,
      node: 'node-a',
      signal: stop.signal,
      onText(text) {
        again += text;
        stop.abort();
      },
    });
    assert.equal(again, 'one\n');
  });

  test('may be silent for longer than an answer may', async (context) => {
    const { server, job, stop, parts, ended, until, jobs } = await begun(context, {
      idleLimits: { usual: 60, post: 10_000 },
    });
    server.answer('GET /api/version', () => {}, 2);
    assert.equal((await rejection(jobs.version())).code, 'ray-silent');
    assert.equal((await rejection(jobs.version())).code, 'ray-silent');
    job.write('two\n');
    await until('two\n');
    stop.abort();
    await ended;
    assert.equal(parts.join(''), 'one\ntwo\n');
  });

  test('never shows the token, wherever a chunk ends', async (context) => {
    const token = tokenOf('s3cret-token');
    const { jobs, job, parts, stop, ended, until } = await followJob(context, { token });
    job.write('a\n');
    await until('a\n');
    job.write('RAY_AUTH_TOKEN=s3cr');
    job.write('et-token\n');
    await until(']\n');
    assert.equal(parts.join(''), 'a\nRAY_AUTH_TOKEN=[redacted]\n');
    assert.equal(await jobs.logs(id), 'a\nRAY_AUTH_TOKEN=[redacted]\n');
    stop.abort();
    await ended;
  });

  test('is not asked for once the signal has come', async (context) => {
    const server = await openRayServer(context);
    const asked = { id, node: 'a', onText: () => assert.fail(), signal: AbortSignal.abort() };
    await jobsAt(server.url).streamLogs(asked);
    assert.deepEqual(server.calls(), []);
  });

  test('that is not there yet is a failure with Ray’s own reason', async (context) => {
    const { url } = await openRayServer(context);
    const { signal } = new AbortController();
    const asked = jobsAt(url).streamLogs({ id, node: 'a', onText: () => assert.fail(), signal });
    const { code, message } = await rejection(asked);
    assert.equal(code, 'ray-error');
    assert.match(message, /A file is not found at/);
    assert.doesNotMatch(message, /Traceback/);
  });

  test('that is not there yet may also end at once, with nothing in it', async (context) => {
    const server = await openRayServer(context);
    server.answer('GET /api/v0/logs/stream', (response) => response.writeHead(200).end());
    const { signal } = new AbortController();
    const onText = () => assert.fail();
    await jobsAt(server.url).streamLogs({ id, node: 'a', onText, signal });
  });

  test('closes its connection when the signal comes before an answer', async (context) => {
    const server = await openRayServer(context);
    const stop = new AbortController();
    server.answer('GET /api/v0/logs/stream', () => stop.abort());
    const { signal } = stop;
    await jobsAt(server.url).streamLogs({ id, node: 'a', onText: () => assert.fail(), signal });
  });
});
