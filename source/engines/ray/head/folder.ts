import { access, constants, mkdir, mkdtemp, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { codeOf, EngineError, messageOf } from '../../../core/failure.ts';
import { ownUid } from '../../system/own-uid.ts';

/** Where everything that a head writes lies. */
export type HeadFolder = {
  /** Closed to other users. Ray is never told of it: it opens each folder that it is given to everybody. */
  readonly path: string;
  /** The folder that Ray is given, inside `path`. */
  readonly ray: string;
  readonly home: string;
  /** Takes the temporary files of the head's processes. */
  readonly temporary: string;
};

const prefix = 'fibtui-';
const names = { ray: 'r', home: 'h', temporary: 't' };

/** The longest path of a Unix socket, in bytes. */
const longestSocket = platform() === 'darwin' ? 103 : 107;

/** The longest that Ray adds to the folder it is given (seen in Ray 2.60), with a process id of seven digits. */
const socketOfRay = '/session_2026-01-31_23-59-59_123456_1234567/sockets/dash_MetricsHead';

const below = join('/', `${prefix}XXXXXX`, names.ray);

/** The longest path of a temporary folder, in bytes, below which Ray's sockets have room. */
export const longestTemporary = longestSocket - below.length - socketOfRay.length;

/** Makes the folders of a head in the system's temporary folder, or in /tmp where that one does not serve; rejects with an `EngineError`. */
export async function makeFolder(candidates = [tmpdir(), '/tmp']): Promise<HeadFolder> {
  const path = await mkdtemp(join(await parentAmong(candidates), prefix));
  const folder = {
    path,
    ray: join(path, names.ray),
    home: join(path, names.home),
    temporary: join(path, names.temporary),
  };
  await Promise.all([folder.ray, folder.home, folder.temporary].map(async (one) => mkdir(one)));
  // Without this file in the home, the dashboard asks every cloud whether it runs there.
  await writeFile(join(folder.home, 'ray_bootstrap_config.yaml'), 'provider: {type: local}\n');
  return folder;
}

/** Removes a folder with everything in it; resolves with a sentence where something had to stay. */
export async function removeFolder({
  path,
}: Pick<HeadFolder, 'path'>): Promise<string | undefined> {
  try {
    await rm(path, { recursive: true, force: true });
    return undefined;
  } catch (error) {
    const reason = codeOf(error) ?? messageOf(error);
    return `Ray's temporary folder ${path} could not be removed completely (${reason}); remove it by hand.`;
  }
}

async function parentAmong(candidates: readonly string[]): Promise<string> {
  for (const candidate of candidates) {
    if (
      Buffer.byteLength(candidate) <= longestTemporary &&
      (await isWritable(candidate)) &&
      (await isSafe(candidate))
    ) {
      return candidate;
    }
  }

  throw new EngineError({
    code: 'ray-folder',
    message: `Ray cannot put its sockets in ${[...new Set(candidates)].join(' or ')}: too long a path, not writable, or open to other users.`,
    hint: `Set TMPDIR to a folder of yours whose path has at most ${longestTemporary} characters.`,
  });
}

const isWritable = async (folder: string): Promise<boolean> =>
  access(folder, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );

const sticky = 0o1000;
const writableByOthers = 0o022;
/** How Linux shows an owner whom this user namespace does not know, usually root. */
const unmapped = 65_534;

/** Whether no other user but root can put a folder of theirs in the place of one that we make in it. */
async function isSafe(folder: string): Promise<boolean> {
  const us = ownUid();
  if (us === undefined) {
    return true;
  }

  for (let path = await realpath(folder); ; path = dirname(path)) {
    const { uid, mode } = await stat(path);
    const isOpen = (mode & writableByOthers) !== 0 && (mode & sticky) === 0;
    if (isOpen || ![us, 0, unmapped].includes(uid)) {
      return false;
    }

    if (path === dirname(path)) {
      return true;
    }
  }
}
