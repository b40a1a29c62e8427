import { readFile } from 'node:fs/promises';
import { EngineError } from '../../../core/failure.ts';
import { ownUid } from '../../system/own-uid.ts';

/** A socket that takes TCP connections on this machine. */
export type Listener = {
  /** As the kernel writes it, in hexadecimal digits. */
  readonly address: string;
  readonly port: number;
  /** Of the user to whom it belongs. */
  readonly uid: number;
  readonly inode: string;
};

/** All of them; undefined where the system does not tell, as on macOS. */
export async function tcpListeners(): Promise<readonly Listener[] | undefined> {
  const tables = await Promise.all(
    // A machine without IPv6 has one of the two.
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

/** Whether a program of another user listens on one of these ports; false where the system does not tell. */
export async function isTaken(ports: readonly number[]): Promise<boolean> {
  const listeners = await tcpListeners();
  return (listeners ?? []).some(({ port, uid }) => ports.includes(port) && uid !== ownUid());
}

/** Resolves where those who listen on this port are all of our user, or the system does not tell; rejects else. */
export async function admitOwn(port: number): Promise<void> {
  const listeners = (await tcpListeners())?.filter((listener) => listener.port === port);
  if (listeners?.length === 0) {
    throw Object.assign(new Error('nobody listens'), { code: 'ECONNREFUSED' });
  }

  if (listeners?.some(({ uid }) => uid !== ownUid())) {
    throw new EngineError({
      code: 'ray-port-taken',
      message: `Another user's program has taken port ${port} of the Ray head that fibtui started.`,
      hint: 'Run it again; `ss -ltnp` shows whose program it is.',
    });
  }
}
