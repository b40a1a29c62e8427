import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { openRayServer, type RayServer } from '../../../helpers/ray/ray-server.ts';
import { jobsAt, rejection, tokenOf } from './jobs-at.ts';

const usual = tokenOf('hush', '~/.ray/auth_token');
const given = tokenOf('hush');

/** The credentials of each request. */
const credentialsOf = ({ requests }: RayServer) =>
  requests.map(({ call, headers }) => [
    call,
    headers.authorization ?? headers['x-ray-authorization'] ?? 'nothing',
  ]);

test('a cluster tells whether it needs a token; one older than tokens needs none', async (context) => {
  const server = await openRayServer(context);
  assert.equal(await jobsAt(server.url).authenticationMode(), 'disabled');
  server.state.token = 'hush';
  assert.equal(await jobsAt(server.url).authenticationMode(), 'token');
  server.state.token = undefined;
  server.state.ray = '2.44.1';
  assert.equal(await jobsAt(server.url).authenticationMode(), 'disabled');
});

suite('a token is sent', () => {
  for (const token of [usual, given]) {
    test(`from ${token.from} to a cluster that needs it, but not to ask whether`, async (context) => {
      const server = await openRayServer(context, { token: 'hush' });
      const jobs = jobsAt(server.url, { token });
      await jobs.version();
      await jobs.nodes();
      assert.deepEqual(credentialsOf(server), [
        ['GET /api/authentication_mode', 'nothing'],
        ['GET /api/version', 'Bearer hush'],
        ['GET /api/v0/nodes', 'Bearer hush'],
      ]);
    });

    test(`from ${token.from} to no cluster that says that it needs none`, async (context) => {
      const server = await openRayServer(context);
      await jobsAt(server.url, { token }).version();
      assert.deepEqual(credentialsOf(server), [
        ['GET /api/authentication_mode', 'nothing'],
        ['GET /api/version', 'nothing'],
      ]);
    });
  }

  test('where it was given, and something in front of Ray wants to know who asks', async (context) => {
    const server = await openRayServer(context, { token: 'hush' });
    server.answer('GET /api/authentication_mode', [401, 'who is there?']);
    await jobsAt(server.url, { token: given }).version();
    assert.deepEqual(credentialsOf(server).at(-1), ['GET /api/version', 'Bearer hush']);
    server.answer('GET /api/authentication_mode', [401, 'who is there?']);
    const failure = await rejection(jobsAt(server.url, { token: usual }).version());
    assert.equal(failure.code, 'ray-unauthorized');
  });

  test('beside an Authorization that RAY_JOB_HEADERS hold for a proxy', async (context) => {
    const server = await openRayServer(context, { token: 'hush' });
    const headers = { authorization: 'Basic eA==' };
    await rejection(jobsAt(server.url, { token: given, headers }).version());
    const { authorization, 'x-ray-authorization': ray } = server.requests.at(-1)!.headers;
    assert.deepEqual([authorization, ray], ['Basic eA==', 'Bearer hush']);
  });

  test('with the log stream', async (context) => {
    const server = await openRayServer(context, { token: 'hush' });
    const jobs = jobsAt(server.url, { token: usual });
    await jobs.submit({ id: 'a', entrypoint: 'true', metadata: {} });
    server.job('a').start('node-a');
    server.job('a').write('line\n');
    const stop = new AbortController();
    const onText = () => stop.abort();
    await jobs.streamLogs({ id: 'a', node: 'node-a', onText, signal: stop.signal });
    assert.deepEqual(credentialsOf(server).at(-1), ['GET /api/v0/logs/stream', 'Bearer hush']);
  });

  test('again only after a failure to learn whether it is needed', async (context) => {
    const server = await openRayServer(context, { token: 'hush' });
    server.answer('GET /api/authentication_mode', [503, 'no healthy upstream']);
    const jobs = jobsAt(server.url, { token: usual });
    assert.equal((await rejection(jobs.version())).code, 'ray-gateway');
    assert.equal((await jobs.version()).ray, '2.60.0');
  });
});

// 0.0.0.0 does not count as loopback, but reaches this machine.
suite('a token of the usual file', { skip: process.platform === 'win32' }, () => {
  test('does not leave this machine over plain HTTP, and the failure says so', async (context) => {
    const server = await openRayServer(context, { token: 'hush' });
    const url = `http://0.0.0.0:${server.port}`;
    const failure = await rejection(jobsAt(url, { token: usual }).version());
    assert.equal(failure.code, 'ray-token-missing');
    assert.match(failure.hint, /~\/\.ray\/auth_token is sent to this machine or over https only/);
    assert.deepEqual(credentialsOf(server), [['GET /api/version', 'nothing']]);
    assert.equal((await jobsAt(url, { token: given }).version()).ray, '2.60.0');
  });
});

suite('a cluster that needs a token', () => {
  test('says so to whoever brings none', async (context) => {
    const { url } = await openRayServer(context, { token: 'hush' });
    const failure = await rejection(jobsAt(url).version());
    assert.equal(failure.code, 'ray-token-missing');
    assert.match(failure.hint, /RAY_AUTH_TOKEN/);
  });

  test('refuses another one, by where it came from', async (context) => {
    const { url } = await openRayServer(context, { token: 'hush' });
    const token = tokenOf('wrong-one');
    const failure = await rejection(jobsAt(url, { token }).version());
    assert.equal(failure.code, 'ray-token-refused');
    assert.match(failure.message, /refused the token from RAY_AUTH_TOKEN\.$/);
    assert.doesNotMatch(JSON.stringify(failure), /wrong-one/);
  });
});
