import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { suite, test } from 'node:test';
import { rayAddress } from '../../../../source/core/plan/ray-address.ts';
import { networkFailure } from '../../../../source/engines/ray/api/network-failures.ts';
import { openRayServer } from '../../../helpers/ray/ray-server.ts';
import type { Reply } from '../../../helpers/ray/ray-server-state.ts';
import { jobsAt, readable, rejection } from './jobs-at.ts';

const job = { id: 'fibtui-1', entrypoint: 'true', metadata: {} };

suite('without an answer:', () => {
  const address = rayAddress('http://head:8265', 'RAY_ADDRESS');
  const cases: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'ray-unreachable',
    ENOTFOUND: 'ray-unreachable',
    EAI_AGAIN: 'ray-unreachable',
    ETIMEDOUT: 'ray-unreachable',
    EHOSTUNREACH: 'ray-unreachable',
    HPE_INVALID_CONSTANT: 'ray-wrong-port',
    EPROTO: 'ray-tls',
    ERR_SSL_WRONG_VERSION_NUMBER: 'ray-tls',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'ray-certificate',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'ray-certificate',
    CERT_HAS_EXPIRED: 'ray-certificate',
    ERR_TLS_CERT_ALTNAME_INVALID: 'ray-certificate',
    ECONNRESET: 'ray-connection',
    ESOMETHING: 'ray-connection',
  };
  for (const [code, expected] of Object.entries(cases)) {
    test(code, () => {
      const failure = networkFailure(Object.assign(new Error('raw'), { code }), address);
      assert.equal(failure.code, expected);
      assert.match(failure.message, /http:\/\/head:8265 \(from RAY_ADDRESS\)/);
      readable(failure);
    });
  }

  test('nothing listens there', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const failure = await rejection(jobsAt(`http://127.0.0.1:${port}`).version());
    assert.equal(failure.code, 'ray-unreachable');
    assert.match(failure.hint, /ray start --head/);
  });

  test('what listens there does not speak HTTP', async (context) => {
    // The first frame of a gRPC server.
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.end(Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    context.after(() => server.close());
    const { port } = server.address() as AddressInfo;
    assert.equal(
      (await rejection(jobsAt(`http://127.0.0.1:${port}`).version())).code,
      'ray-wrong-port',
    );
  });

  test('there is no TLS where it was asked for', async (context) => {
    const { port } = await openRayServer(context);
    const failure = await rejection(jobsAt(`https://127.0.0.1:${port}`).version());
    assert.equal(failure.code, 'ray-tls');
    assert.match(failure.hint, /http:\/\//);
  });

  test('it accepts and stays silent', async (context) => {
    const server = await openRayServer(context);
    const idleLimits = { usual: 30, post: 30 };
    const jobs = jobsAt(server.url, { idleLimits });
    server.answer('GET /api/version', () => {});
    server.answer('POST /api/jobs/', () => {});
    server.answer('GET /api/jobs/x', (response) => response.writeHead(200).write('{'));
    for (const ask of [jobs.version, async () => jobs.submit(job), async () => jobs.info('x')]) {
      const failure = await rejection(ask());
      assert.equal(failure.code, 'ray-silent');
      readable(failure);
    }
  });
});

suite('a connection that breaks', () => {
  const breaking: Reply = (response) => void response.destroy();

  test('is tried once more where nothing but reading was asked', async (context) => {
    const server = await openRayServer(context);
    server.answer('GET /api/version', breaking);
    assert.equal((await jobsAt(server.url).version()).ray, '2.60.0');
    assert.equal(server.requests.length, 2);
  });

  test('twice is a failure', async (context) => {
    const server = await openRayServer(context);
    server.answer('GET /api/version', breaking, 2);
    assert.equal((await rejection(jobsAt(server.url).version())).code, 'ray-connection');
    assert.equal(server.requests.length, 2);
  });

  test('in the middle of an answer is no answer', async (context) => {
    const server = await openRayServer(context);
    const half: Reply = (response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"ray_version":"2.60.0"}', () => response.destroy());
    };
    server.answer('GET /api/version', half, 2);
    assert.equal((await rejection(jobsAt(server.url).version())).code, 'ray-connection');
  });
});
