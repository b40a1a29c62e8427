import { readFile } from 'node:fs/promises';
import { EngineError } from '../../../core/failure.ts';
import { ownUid } from '../../system/own-uid.ts';

/** A socket that accepts TCP connections on this machine. */
export type Listener = {
  /** In hexadecimal digits, as the kernel writes it. */
  readonly address: string;
  readonly port: number;
  /** Its owner. */
  readonly uid: number;
  readonly inode: string;
};

/** All listeners; undefined on systems without /proc/net, such as macOS. */
export async function tcpListeners(): Promise<readonly Listener[] | undefined> {
  const tables = await Promise.all(
    // Without IPv6 there is no tcp6.
    ['tcp', 'tcp6'].map(async (name) => readFile(`/proc/net/${name}`, 'latin1').catch(() => '')),
  );
  return tables.some((table) => table !== '') ? tables.flatMap(listenersIn) : undefined;
}

const listening = '0A';

/** The rows of `/proc/net/tcp` whose state is listening. */
export const listenersIn = (table: string): readonly Listener[] =>
  table
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === listening)
    .map(([, local = '', , , , , , uid, , inode = '']) => {
      const [address = '', port = ''] = local.split(':');
      return { address, port: Number.parseInt(port, 16), uid: Number(uid), inode };
    });

/** Whether another user's program listens on one of these ports; false if unknown. */
export async function isTaken(ports: readonly number[]): Promise<boolean> {
  const listeners = await tcpListeners();
  return (listeners ?? []).some(({ port, uid }) => ports.includes(port) && uid !== ownUid());
}

/** Resolves if all listeners on this port belong to our user, or their owner is unknown; otherwise rejects. */
export async function admitOwn(port: number): Promise<void> {
  const listeners = (await tcpListeners())?.filter((listener) => listener.port === port);
  if (listeners?.length === 0) {
    throw Object.assign(new Error('nobody listens'), { code: 'ECONNREFUSED' });
  }

  if (listeners?.some(({ uid }) => uid !== ownUid())) {
    throw new EngineError({
      code: 'ray-port-taken',
      message: `Another user's program has taken port ${port} of the Ray head that fibtui started.`,
      hint: 'Run again; `ss -ltnp` shows whose program it is.',
    });
  }
}
