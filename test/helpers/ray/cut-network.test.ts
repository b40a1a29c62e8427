import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import { rayHttp } from '../../../source/engines/ray/api/http.ts';
import { codeOf } from '../../../source/core/failure.ts';
import { openNetworkTo } from './cut-network.ts';
import { openRayServer } from './ray-server.ts';

async function open(t: TestContext) {
  const server = await openRayServer(t);
  const network = await openNetworkTo(server.url);
  t.after(network.close);
  const http = rayHttp({ address: { base: network.url, from: 'the test' } });
  const ask = async () =>
    http.ask({ method: 'GET', path: '/api/version', headers: {} }).then(
      ({ status }) => status,
      (error: unknown) => codeOf(error),
    );
  return { network, ask };
}

suite('a network', () => {
  test('that is cut refuses connections, until it is mended', async (t) => {
    const { network, ask } = await open(t);
    assert.equal(await ask(), 200);
    await network.cut('refused');
    assert.equal(await ask(), 'ECONNREFUSED');
    await network.mend();
    assert.equal(await ask(), 200);
  });

  test('that is cut in silence keeps requests until it is mended', async (t) => {
    const { network, ask } = await open(t);
    assert.equal(await ask(), 200);
    await network.cut('silent');
    const asked = ask();
    await network.mend();
    assert.equal(await asked, 200);
  });
});
