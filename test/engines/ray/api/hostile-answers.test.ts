import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { suite, test } from 'node:test';
import { openRayServer, type RayServer } from '../../../helpers/ray/ray-server.ts';
import type { Reply } from '../../../helpers/ray/ray-server-state.ts';
import { jobsAt, readable, rejection } from './jobs-at.ts';

const job = { id: 'x', entrypoint: 'true', metadata: {} };
const limits = { idleLimits: { usual: 5000, post: 5000 }, answerLimit: 150 };
const { signal } = new AbortController();

/** What fibtui asks of a server, each with the request that a fault then answers. */
const requests = {
  version: ['GET /api/version', async (jobs) => jobs.version()],
  mode: ['GET /api/authentication_mode', async (jobs) => jobs.authenticationMode()],
  nodes: ['GET /api/v0/nodes', async (jobs) => jobs.nodes()],
  submit: ['POST /api/jobs/', async (jobs) => jobs.submit(job)],
  info: ['GET /api/jobs/x', async (jobs) => jobs.info('x')],
  logs: ['GET /api/jobs/x/logs', async (jobs) => jobs.logs('x')],
  stop: ['POST /api/jobs/x/stop', async (jobs) => jobs.stop('x')],
  remove: ['DELETE /api/jobs/x', async (jobs) => jobs.remove('x')],
  stream: [
    'GET /api/v0/logs/stream',
    async (jobs) => jobs.streamLogs({ id: 'x', node: 'n', onText() {}, signal }),
  ],
} satisfies Readonly<
  Record<string, readonly [string, (jobs: ReturnType<typeof jobsAt>) => Promise<unknown>]>
>;

const everyRequest = Object.entries(requests);

async function failureOfRequest(server: RayServer, name: string, reply: Reply) {
  const [call, ask] = requests[name as keyof typeof requests];
  server.answer(call, reply, Number.POSITIVE_INFINITY);
  const failure = await rejection(ask(jobsAt(server.url, limits)));
  readable(failure);
  return failure;
}

/** Writes raw bytes, again and again until the client has had enough. */
const dripping =
  (first: string, drop: string): Reply =>
  ({ socket }: ServerResponse) => {
    socket?.write(first);
    const timer = setInterval(() => socket?.write(drop), 10);
    socket?.once('close', () => clearInterval(timer));
    socket?.on('error', () => {});
  };

const endless = 2 ** 31;
const chunked = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n';

/** Writes as fast as the client reads; returns what has been written. */
function flooding(head: string, text: string) {
  const flood = { bytes: 0 };
  const piece = Buffer.from(text);
  const pourInto = (socket: Socket) => {
    while (socket.writable && flood.bytes < endless) {
      flood.bytes += piece.length;
      if (!socket.write(piece)) {
        socket.once('drain', () => pourInto(socket));
        return;
      }
    }
  };
  const reply: Reply = ({ socket }) => {
    socket?.on('error', () => {});
    socket?.write(head);
    pourInto(socket!);
  };
  return { flood, reply };
}

const megabyte = 1_000_000;
/** What lies in the buffers of both ends when the client stops reading. */
const underway = 16 * megabyte;

suite('a server that switches to another protocol has answered, but not as Ray:', () => {
  const reply: Reply = ({ socket }) =>
    void socket?.write(
      'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: tea\r\n\r\n',
    );
  for (const [name] of everyRequest) {
    test(name, async (t) => {
      const { code, message } = await failureOfRequest(await openRayServer(t), name, reply);
      assert.equal(code, 'ray-not-ray');
      assert.match(message, /\(101\)\.$/);
    });
  }
});

suite('an answer that comes byte by byte is given up after a while:', () => {
  const slow: Readonly<Record<string, Reply>> = {
    'its head': dripping('HTTP/1.1 200 OK\r\nX-Slow: ', 'x'),
    'headers without end': dripping('HTTP/1.1 200 OK\r\n', 'X: y\r\n'),
    'its body': dripping(chunked, '1\r\nx\r\n'),
    'the body of an error': dripping(chunked.replace('200', '500'), '1\r\nx\r\n'),
    'other answers before it': dripping('', 'HTTP/1.1 102 Processing\r\n\r\n'),
  };
  for (const [what, reply] of Object.entries(slow)) {
    test(what, async (t) => {
      const server = await openRayServer(t);
      // A log comes as the driver writes it, until the signal.
      const asked = everyRequest.filter(([name]) => name !== 'stream' || what !== 'its body');
      const failures = asked.map(async ([name]) => failureOfRequest(server, name, reply));
      for (const { code } of await Promise.all(failures)) {
        assert.equal(code, 'ray-slow');
      }
    });
  }
});

suite('an answer without end is read no further than any of Ray’s:', () => {
  for (const [name] of everyRequest.filter(([name]) => name !== 'stream')) {
    test(name, async (t) => {
      const { flood, reply } = flooding('HTTP/1.1 200 OK\r\n\r\n', 'x'.repeat(64 * 1024));
      const server = await openRayServer(t);
      const [call, ask] = requests[name as keyof typeof requests];
      server.answer(call, reply, 9);
      const failure = await rejection(ask(jobsAt(server.url)));
      readable(failure);
      assert.equal(failure.code, 'ray-too-large');
      const most = { nodes: 16, logs: 64 }[name] ?? 1;
      assert.match(failure.message, new RegExp(`more than ${most}(\\.0+)? MB`));
      assert.ok(flood.bytes < most * megabyte + underway, `${flood.bytes} bytes were written`);
    });
  }

  test('one that says before how large it is, is not read at all', async (t) => {
    const server = await openRayServer(t);
    const head = 'HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\n\r\n';
    const { flood, reply } = flooding(head, ' '.repeat(64 * 1024));
    const { code } = await failureOfRequest(server, 'info', reply);
    assert.equal(code, 'ray-too-large');
    assert.ok(flood.bytes < underway, `${flood.bytes} bytes were written`);
  });

  test('of an error the beginning is kept, and the rest not read', async (t) => {
    const server = await openRayServer(t);
    const { flood, reply } = flooding('HTTP/1.1 500 No\r\n\r\n', 'ValueError: x\n'.repeat(4096));
    const { code, message } = await failureOfRequest(server, 'submit', reply);
    assert.equal(code, 'ray-error');
    assert.match(message, /500: ValueError: x\.$/);
    assert.ok(flood.bytes < underway, `${flood.bytes} bytes were written`);
  });
});
