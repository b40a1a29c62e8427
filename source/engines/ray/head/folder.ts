import { access, constants, mkdir, mkdtemp, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { codeOf, EngineError, messageOf } from '../../../core/failure.ts';
import { anyOf } from '../../../core/text/listing.ts';
import { ownUid } from '../../system/own-uid.ts';

/** Holds everything that a head writes. */
export type HeadFolder = {
  /** Closed to other users. Ray gets a folder inside it, because Ray opens its own folder to everybody. */
  readonly path: string;
  /** Ray's folder, inside `path`. */
  readonly ray: string;
  readonly home: string;
  /** For the temporary files of the head's processes. */
  readonly temporary: string;
};

const prefix = 'fibtui-';
const names = { ray: 'r', home: 'h', temporary: 't' };

/** The longest path of a Unix socket, in bytes. */
const longestSocket = platform() === 'darwin' ? 103 : 107;

/** The longest path that Ray adds to its folder (seen in Ray 2.60), with a process id of seven digits. */
const longestRaySocket = '/session_2026-01-31_23-59-59_123456_1234567/sockets/dash_MetricsHead';

const rayFolder = join('/', `${prefix}XXXXXX`, names.ray);

/** The longest path of a temporary folder, in bytes, that leaves room for Ray's sockets. */
export const longestTemporary = longestSocket - rayFolder.length - longestRaySocket.length;

/** Makes the folders of a head in the system's temporary folder, or in /tmp if that is unsuitable; rejects with an `EngineError`. */
export async function makeFolder(candidates = [tmpdir(), '/tmp']): Promise<HeadFolder> {
  const path = await mkdtemp(join(await parentAmong(candidates), prefix));
  const folder = {
    path,
    ray: join(path, names.ray),
    home: join(path, names.home),
    temporary: join(path, names.temporary),
  };
  await Promise.all([folder.ray, folder.home, folder.temporary].map(async (one) => mkdir(one)));
  // Without this file in its home, the dashboard contacts every cloud provider's metadata service.
  await writeFile(join(folder.home, 'ray_bootstrap_config.yaml'), 'provider: {type: local}\n');
  return folder;
}

/** Removes a folder with everything in it; resolves with a sentence if something could not be removed. */
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
    message: `Ray cannot put its sockets in ${anyOf([...new Set(candidates)])}: too long a path, not writable, or open to other users.`,
    hint: `Set TMPDIR to a folder of yours with a path of at most ${longestTemporary} characters.`,
  });
}

const isWritable = async (folder: string): Promise<boolean> =>
  access(folder, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );

const sticky = 0o1000;
const writableByOthers = 0o022;
/** The owner that Linux shows if the user namespace has no id for the real one, usually root. */
const unmapped = 65_534;

/** Whether no other user (except root) can replace a folder that we make in it. */
async function isSafe(folder: string): Promise<boolean> {
  const ourUid = ownUid();
  if (ourUid === undefined) {
    return true;
  }

  for (let path = await realpath(folder); ; path = dirname(path)) {
    const { uid, mode } = await stat(path);
    const isOpen = (mode & writableByOthers) !== 0 && (mode & sticky) === 0;
    if (isOpen || ![ourUid, 0, unmapped].includes(uid)) {
      return false;
    }

    if (path === dirname(path)) {
      return true;
    }
  }
}
