import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { suite, test, type TestContext } from 'node:test';
import {
  admitOwn,
  isTaken,
  listenersIn,
  tcpListeners,
} from '../../../../source/engines/ray/head/listeners.ts';

async function portOfOwn(t: TestContext, host: string): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  t.after(() => server.close());
  return (server.address() as AddressInfo).port;
}

suite('who listens', () => {
  test('is read from the table of the kernel, which also holds connections', () => {
    const table = [
      '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
      '   0: 0100007F:7A5C 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4242 1 0000000000000000 100 0 0 10 0',
      '   1: 0100007F:7A5C 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1001        0 4243 1 0000000000000000 20 4 30 10 -1',
      '   2: 00000000000000000000000001000000:1F90 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 77 1 0000000000000000 100 0 0 10 0',
      '',
    ].join('\n');
    assert.deepEqual(listenersIn(table), [
      { address: '0100007F', port: 31_324, uid: 1000, inode: '4242' },
      { address: '00000000000000000000000001000000', port: 8080, uid: 0, inode: '77' },
    ]);
  });

  const skip = process.platform === 'linux' ? false : 'needs /proc/net/tcp';

  for (const host of ['127.0.0.1', '0.0.0.0']) {
    test(`is admitted at ${host} where it is our own program`, { skip }, async (t) => {
      const port = await portOfOwn(t, host);
      assert.ok((await tcpListeners())?.some((listener) => listener.port === port));
      await admitOwn(port);
      assert.equal(await isTaken([port]), false);
    });
  }

  test('is refused as a closed port is where it is nobody', { skip }, async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    await assert.rejects(admitOwn(port), { code: 'ECONNREFUSED' });
    assert.equal(await isTaken([port]), false);
  });
});
