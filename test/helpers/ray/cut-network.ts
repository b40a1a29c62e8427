import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** How a cut network shows: connections break off and are refused, or nothing arrives any more and nobody says so. */
export type Cut = 'refused' | 'silent';

/** A TCP proxy in front of a server on this machine, through which a network can be cut. */
export type CutNetwork = {
  readonly url: string;
  readonly cut: (how: Cut) => Promise<void>;
  readonly mend: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function openNetworkTo(server: string): Promise<CutNetwork> {
  const to = new URL(server);
  const pairs = new Set<readonly [Socket, Socket]>();
  let isSilent = false;
  const proxy = createServer((near) => {
    const far = connect(Number(to.port), to.hostname);
    const pair = [near, far] as const;
    pairs.add(pair);
    join(near, far, () => pairs.delete(pair));
    if (isSilent) {
      pair.forEach((socket) => socket.pause());
    }
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = proxy.address() as AddressInfo;
  const end = async () => {
    pairs.forEach((pair) => pair.forEach((socket) => socket.destroy()));
    if (proxy.listening) {
      proxy.close();
      await once(proxy, 'close');
    }
  };
  return {
    url: `http://127.0.0.1:${port}`,
    async cut(how) {
      if (how === 'refused') {
        await end();
      } else {
        isSilent = true;
        pairs.forEach((pair) => pair.forEach((socket) => socket.pause()));
      }
    },
    async mend() {
      isSilent = false;
      pairs.forEach((pair) => pair.forEach((socket) => socket.resume()));
      if (!proxy.listening) {
        proxy.listen(port, '127.0.0.1');
        await once(proxy, 'listening');
      }
    },
    close: end,
  };
}

/** Passes everything on, both ways; a side that breaks off breaks the other. */
function join(near: Socket, far: Socket, onEnd: () => void): void {
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const) {
    from.on('data', (bytes) => void to.write(bytes));
    from.on('end', () => to.end());
    from.on('error', () => {});
    from.once('close', () => {
      to.destroy();
      onEnd();
    });
  }
}
