import { readdir, readFile } from 'node:fs/promises';
import { platform, userInfo } from 'node:os';
import { ownUid } from '../../system/own-uid.ts';

/** Accounts of services have one of these as their shell. */
const noShell = /\/(nologin|false|sync|halt|shutdown)$/;

/** Whether a user besides us and root can log in, as the text of /etc/passwd has it. */
export const hasOthers = (passwd: string, ourUid: number | undefined): boolean =>
  passwd.split('\n').some((row) => {
    const [name = '', , uid = '', , , , shell = ''] = row.split(':');
    const isOther = /^\d+$/.test(uid) && ![0, ourUid].includes(Number(uid));
    return name !== '' && isOther && !noShell.test(shell.trim());
  });

/** Whether a directory such as LDAP names users as well, as the text of /etc/nsswitch.conf has it. */
export const hasDirectory = (nsswitch: string): boolean =>
  /^\s*passwd:.*\b(ldap|sss|winbind|nis|nisplus)\b/m.test(nsswitch);

/** Whether other users can log in to this machine; where nobody knows, they can. */
export async function othersCanLogIn(): Promise<boolean> {
  if (platform() === 'darwin') {
    return hasOtherHomes();
  }

  const text = async (path: string) => readFile(path, 'utf8').catch(() => undefined);
  const passwd = await text('/etc/passwd');
  const nsswitch = await text('/etc/nsswitch.conf');
  return passwd === undefined || hasOthers(passwd, ownUid()) || hasDirectory(nsswitch ?? '');
}

async function hasOtherHomes(): Promise<boolean> {
  const known = new Set(['Shared', 'Guest', '.localized', userInfo().username]);
  const homes = await readdir('/Users').catch(() => ['unknown']);
  return homes.some((name) => !known.has(name));
}
