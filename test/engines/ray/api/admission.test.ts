import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { EngineError } from '../../../../source/core/failure.ts';
import { openRayServer } from '../../../helpers/ray/ray-server.ts';
import { jobsAt, rejection, tokenOf } from './jobs-at.ts';

const stranger = { code: 'stranger', message: 'Somebody else.', hint: 'Go away.' };

/** Admits this many connections, and then none. */
function admits(count: number) {
  let asked = 0;
  return {
    asked: () => asked,
    admit: async () => {
      asked += 1;
      if (asked > count) {
        throw new EngineError(stranger);
      }
    },
  };
}

const token = tokenOf('secret-0123456789');

suite('who listens at an address', () => {
  test('is looked at before and after each connection, of a stream as well', async (t) => {
    const server = await openRayServer(t, { token: token.reveal() });
    const { asked, admit } = admits(Number.POSITIVE_INFINITY);
    const jobs = jobsAt(server.url, { token, admit });
    await jobs.version();
    // The authentication mode, then the version.
    assert.equal(asked(), 4);
    await jobs.nodes();
    assert.equal(asked(), 6);
    await rejection(
      jobs.streamLogs({ id: 'x', node: 'n', onText() {}, signal: new AbortController().signal }),
    );
    assert.equal(asked(), 8);
  });

  for (const passes of [2, 3]) {
    test(`is sent nothing once it is refused, ${passes === 2 ? 'before' : 'after'} connecting`, async (t) => {
      const server = await openRayServer(t, { token: token.reveal() });
      const { admit } = admits(passes);
      const jobs = jobsAt(server.url, { token, admit });
      assert.deepEqual(await rejection(jobs.version()), stranger);
      assert.deepEqual(server.calls(), ['GET /api/authentication_mode']);
    });
  }
});
