import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { openRayServer } from '../../../helpers/ray/ray-server.ts';
import type { Reply } from '../../../helpers/ray/ray-server-state.ts';
import { jobsAt, readable, rejection, tokenOf } from './jobs-at.ts';

const job = { id: 'fibtui-1', entrypoint: 'true', metadata: {} };

const page =
  (status: number, text: string): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html><body>${text}</body></html>`);
  };

const mesh = (response: Parameters<Extract<Reply, (...args: never) => unknown>>[0]) => {
  response.writeHead(403, { 'content-type': 'text/plain', server: 'istio-envoy' });
  response.end('RBAC: access denied');
};

suite('when asked for its version, something answers', () => {
  const cases: Readonly<Record<string, readonly [Reply, string, RegExp]>> = {
    'with a page': [
      page(200, 'Sign in'),
      'ray-not-ray',
      /not as Ray's Jobs API \(200, a web page\)/,
    ],
    'with a page and 401': [page(401, 'Sign in'), 'ray-not-ray', /401, a web page/],
    'with a page and 403': [page(403, 'Forbidden'), 'ray-not-ray', /403, a web page/],
    'with a page and 404': [page(404, 'Lost'), 'ray-not-ray', /404, a web page/],
    'that it is elsewhere': [
      (response) => response.writeHead(302, { location: '/login?secret=1' }).end(),
      'ray-redirect',
      /redirects to http:\S+\/login \(302\), which fibtui does not follow\.$/,
    ],
    'that it is elsewhere, but not where': [
      (response) => response.writeHead(307).end(),
      'ray-not-ray',
      /307, a redirect/,
    ],
    'that it is nowhere': [
      (response) => response.writeHead(301, { location: 'http://[' }).end(),
      'ray-not-ray',
      /301, a redirect/,
    ],
    'with another JSON': [[200, { status: 'UP' }], 'ray-not-ray', /\(200\)/],
    'with a text': [[200, 'hello'], 'ray-not-ray', /\(200\)/],
    'that there is nothing': [[404, 'Not Found'], 'ray-not-ray', /\(404\)/],
    'that nothing is behind it': [[503, 'no healthy upstream'], 'ray-gateway', /no Ray behind/],
    'with a page that nothing is behind it': [page(502, 'Bad Gateway'), 'ray-gateway', /\(502\)/],
    'as a mesh': [mesh, 'ray-mesh-refused', /Istio/],
    'that it is forbidden': [
      [403, 'Forbidden: ask admin'],
      'ray-forbidden',
      /: Forbidden: ask admin\.$/,
    ],
    'that it wants a password': [
      [401, 'Authorization required'],
      'ray-unauthorized',
      /in front of Ray/,
    ],
    'with a traceback': [
      [500, 'Traceback (most recent call last):\n  File "x.py", line 1\nKeyError: 7\n.\n'],
      'ray-error',
      /answered 500: KeyError: 7\.$/,
    ],
    'with an empty error': [[500, ''], 'ray-error', /answered 500\.$/],
    'with a version too old': [
      [200, { ray_version: '2.9.3', session_name: 's' }],
      'ray-too-old',
      /^Ray 2\.9\.3 at .* too old: fibtui needs 2\.10 or newer\.$/,
    ],
    'with colours and control characters': [
      [500, '\u001b[31mValueError: a\u0007b\u001b[0m\n'],
      'ray-error',
      /: ValueError: a b\.$/,
    ],
  };
  for (const [what, [reply, code, message]] of Object.entries(cases)) {
    test(what, async (context) => {
      const server = await openRayServer(context);
      server.answer('GET /api/version', reply);
      const failure = await rejection(jobsAt(server.url).version());
      assert.equal(failure.code, code);
      assert.match(failure.message, message);
      assert.ok(failure.message.includes(`${server.url} (from --ray)`), failure.message);
      assert.doesNotMatch(JSON.stringify(failure), /secret/);
      readable(failure);
    });
  }
});

suite('versions that are new enough:', () => {
  for (const ray of ['2.10.0', '2.60.0', '3.0.0.dev0', 'nightly']) {
    test(ray, async (context) => {
      const { url } = await openRayServer(context, { ray });
      assert.equal((await jobsAt(url).version()).ray, ray);
    });
  }
});

suite('a job is refused', () => {
  const cases: Readonly<Record<string, readonly [Reply, string, RegExp]>> = {
    'by a Ray without a Jobs API': [[404, '404: Not Found'], 'ray-no-jobs-api', /has no Jobs API/],
    'by a Ray that takes it for a browser’s': [
      [405, "'POST' method not allowed for browser traffic."],
      'ray-browser',
      /browser/,
    ],
    'by a Ray that does not understand it': [
      [400, 'Traceback (most recent call last):\nTypeError: unexpected keyword argument\n.\n'],
      'ray-refused',
      /^Ray 2\.60\.0 at .*: TypeError: unexpected keyword argument\.$/,
    ],
    'by a mesh': [mesh, 'ray-mesh-refused', /not Ray\.$/],
    'with a page': [page(200, 'Welcome'), 'ray-not-ray', /200, a web page/],
    'with an answer beyond all bounds': [
      [500, `ValueError: ${'x'.repeat(200_000)}`],
      'ray-error',
      /500/,
    ],
    'with a line beyond all bounds': [
      [500, `ValueError: ${'x'.repeat(20_000)}\n`],
      'ray-error',
      /…\.$/,
    ],
  };
  for (const [what, [reply, code, message]] of Object.entries(cases)) {
    test(what, async (context) => {
      const server = await openRayServer(context);
      server.answer('POST /api/jobs/', reply, 9);
      const jobs = jobsAt(server.url);
      await jobs.version();
      const failure = await rejection(jobs.submit(job));
      assert.equal(failure.code, code);
      assert.match(failure.message, message);
      readable(failure);
    });
  }

  test('for a header that the user added, which is named', async (context) => {
    const { url } = await openRayServer(context);
    const jobs = jobsAt(url, { headers: { origin: 'http://somewhere' } });
    const failure = await rejection(jobs.submit(job));
    assert.equal(failure.code, 'ray-browser');
    assert.match(failure.hint, /Leave origin out of RAY_JOB_HEADERS/);
  });
});

suite('an answer that cannot be read is not taken for one:', () => {
  const cases: Readonly<Record<string, Reply>> = {
    'a status that Ray does not have': [200, { status: 'DREAMING' }],
    'a list': [200, [1, 2]],
    'no JSON': [200, '{"status":'],
  };
  for (const [what, reply] of Object.entries(cases)) {
    test(what, async (context) => {
      const server = await openRayServer(context);
      server.answer('GET /api/jobs/x', reply);
      server.answer('GET /api/jobs/x/logs', reply);
      server.answer('POST /api/jobs/x/stop', reply);
      server.answer('GET /api/v0/nodes', reply);
      server.answer('GET /api/authentication_mode', reply);
      const jobs = jobsAt(server.url);
      for (const ask of [
        async () => jobs.info('x'),
        async () => jobs.logs('x'),
        async () => jobs.stop('x'),
        jobs.nodes,
        jobs.authenticationMode,
      ]) {
        assert.equal((await rejection(ask())).code, 'ray-not-ray');
      }
    });
  }
});

suite('a secret that the server echoes is not shown:', () => {
  const token = 's3cret/token';
  const secrets = { token: tokenOf(token), headers: { 'x-key': 'Key hunter2-hunter2' } };
  const shown = async (ask: Promise<unknown>) => JSON.stringify(await rejection(ask));
  const echo = `ValueError: ${token} ${encodeURIComponent(token)} Key hunter2-hunter2 hunter2-hunter2`;

  for (const status of [400, 403, 500]) {
    test(`in an answer of ${status}`, async (context) => {
      const server = await openRayServer(context, { token });
      const jobs = jobsAt(server.url, secrets);
      server.answer('POST /api/jobs/', [status, `Traceback\n${echo}\n`]);
      const text = await shown(jobs.submit(job));
      assert.match(text, /\[redacted\]/);
      assert.doesNotMatch(text, /s3cret|hunter2/);
    });
  }

  test('where the answer is cut in the middle of it', async (context) => {
    const server = await openRayServer(context, { token });
    const jobs = jobsAt(server.url, secrets);
    for (const length of [1, 4, token.length - 1]) {
      const lines = `${'x'.repeat(99)}\n`.repeat(2 ** 10);
      // One byte more than the limit for an error, without an end.
      const text = `${lines.slice(0, 2 ** 16 + 1 - length)}${token.slice(0, length)}`;
      server.answer('POST /api/jobs/', (response) => void response.writeHead(500).write(text));
      const { message } = await rejection(jobs.submit(job));
      assert.match(message, /answered 500: x+\.$/);
    }
  });

  test('in a job’s message', async (context) => {
    const server = await openRayServer(context, { token });
    const jobs = jobsAt(server.url, secrets);
    await jobs.submit(job);
    server.job(job.id).end('FAILED', { message: `env: ${token}` });
    assert.equal((await jobs.info(job.id)).message, 'env: [redacted]');
  });
});
