import { createServer } from 'node:net';

/** The ports that fibtui chooses for a head; the system chooses all others. */
export type HeadPorts = {
  readonly dashboard: number;
  /** The node's agent, which accepts jobs. */
  readonly agent: number;
  /** Ray Client, which fibtui does not use. */
  readonly client: number;
};

export async function headPorts(): Promise<HeadPorts> {
  const [dashboard, agent, client] = await freePorts(3);
  return { dashboard: dashboard!, agent: agent!, client: client! };
}

export const urlOf = (port: number): string => `http://127.0.0.1:${port}`;

/** Above the default ports of Ray's workers, below the range of ephemeral ports. */
const lowest = 20_000;
const highest = 32_767;

/** Different ports of 127.0.0.1 that are free now. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest + 1));
    if (await isFree(port)) {
      ports.add(port);
    }
  }

  return [...ports];
}

export const isFree = async (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
