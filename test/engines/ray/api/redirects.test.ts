import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { openRayServer } from '../../../helpers/ray/ray-server.ts';
import { redirect } from '../../../../source/engines/ray/api/redirects.ts';
import { jobsAt, readable, rejection, tokenOf } from './jobs-at.ts';

const address = { base: 'http://head:8265/team', from: '--ray' };
const to = (location: string, status = 302) =>
  redirect({ status, headers: { location }, text: '' }, { address });

suite('a redirect names where it leads', () => {
  test('without what may be a secret in it', () => {
    const failure = to('https://me:pw@login.example/sso/start?session=secret#token')!;
    readable(failure);
    assert.equal(
      failure.message,
      'http://head:8265/team (from --ray) redirects to https://login.example/sso/start (302), which fibtui does not follow.',
    );
    assert.match(failure.hint, /a token goes to no other/);
  });

  for (const status of [301, 302, 303, 307, 308]) {
    test(`and offers https at the same host: ${status}`, () => {
      const failure = to('https://head/team/api/version', status)!;
      readable(failure);
      assert.equal(failure.hint, 'It is the same host: give https://head/team as the address.');
    });
  }

  test('and asks about a login where it is the same server', () => {
    assert.match(to('/login')!.hint, /RAY_JOB_HEADERS/);
  });

  test('of any length, on one line', () => {
    readable(to(`https://head.example/${'x'.repeat(4000)}`)!);
  });
});

test('a token follows no redirect to another host', async (t) => {
  const token = tokenOf('s3cret-token');
  const other = await openRayServer(t);
  const server = await openRayServer(t, { token: token.reveal() });
  const location = `http://localhost:${other.port}/api/version`;
  for (const status of [301, 302, 303, 307, 308]) {
    server.answer('GET /api/version', (response) => response.writeHead(status, { location }).end());
    const { code } = await rejection(jobsAt(server.url, { token }).version());
    assert.equal(code, 'ray-redirect');
  }

  assert.deepEqual(other.requests, []);
});
