import { createServer } from 'node:net';

/** The ports that a head is told to listen on; those of its other parts are the system's choice. */
export type HeadPorts = {
  readonly dashboard: number;
  /** Of the agent on its node, which takes the jobs. */
  readonly agent: number;
  /** Of Ray Client, which fibtui does not use. */
  readonly client: number;
};

/** Three different ports of 127.0.0.1 on which nobody listens now. */
export async function headPorts(): Promise<HeadPorts> {
  const [dashboard, agent, client] = await freePorts(3);
  return { dashboard: dashboard!, agent: agent!, client: client! };
}

export const urlOf = (port: number): string => `http://127.0.0.1:${port}`;

/** Above those that Ray's workers take by default, below those that systems hand out by themselves. */
const lowest = 20_000;
const highest = 32_767;

/** So many different ports of 127.0.0.1 on which nobody listens now. */
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
