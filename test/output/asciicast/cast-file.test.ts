import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { UsageError } from '../../../source/core/failure.ts';
import { openCastFile, type Disk } from '../../../source/output/asciicast/cast-file.ts';

async function folderOf(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fibtui-cast-'));
  t.after(async () => rm(folder, { recursive: true, force: true }));
  return folder;
}

const errorOf = (code: string): Error => Object.assign(new Error(code), { code });

function fail(code: string): never {
  throw errorOf(code);
}

/** A disk with this much room, and the content of its file. */
function smallDisk(room: number) {
  const log: string[] = [];
  let kept = Buffer.alloc(0);
  const disk: Disk = {
    open: () => 7,
    write(_, bytes, offset) {
      const taken = Math.min(bytes.length - offset, room - kept.length);
      kept = Buffer.concat([kept, bytes.subarray(offset, offset + taken)]);
      return taken === 0 ? fail('ENOSPC') : taken;
    },
    truncate(_, length) {
      log.push(`truncate ${length}`);
      kept = kept.subarray(0, length);
    },
    close: () => void log.push('close'),
  };
  return { disk, log, text: () => kept.toString() };
}

const open = (path: string, overwrite = false) => openCastFile({ path, overwrite });
const refused = (message: string) => (error: unknown) => {
  assert.ok(error instanceof UsageError);
  assert.equal(error.message, message);
  return true;
};

test('lines are in the file as soon as they are written', async (t) => {
  const path = join(await folderOf(t), 'new.cast');
  const file = open(path);
  assert.equal(file.write('one █\n'), undefined);
  assert.equal(await readFile(path, 'utf8'), 'one █\n');
  file.write('two\nthree\n');
  assert.equal(await readFile(path, 'utf8'), 'one █\ntwo\nthree\n');
  assert.equal(file.close(), undefined);
});

test('a file that exists is refused and left alone, a link to nowhere too', async (t) => {
  const folder = await folderOf(t);
  const [path, link] = [join(folder, 'old.cast'), join(folder, 'link.cast')];
  await writeFile(path, 'old');
  await symlink(join(folder, 'nowhere'), link);
  for (const there of [path, link]) {
    assert.throws(
      () => open(there),
      refused(
        `Cannot record to ${there}: it exists already; choose another name, or replace it with --overwrite.`,
      ),
    );
  }

  assert.equal(await readFile(path, 'utf8'), 'old');
});

test('a file that exists is overwritten where that is asked for', async (t) => {
  const path = join(await folderOf(t), 'old.cast');
  await writeFile(path, 'a long old recording\n');
  const file = open(path, true);
  file.write('new\n');
  file.close();
  assert.equal(await readFile(path, 'utf8'), 'new\n');
});

test('a folder is refused, whether or not it may be overwritten', async (t) => {
  const folder = await folderOf(t);
  for (const overwrite of [false, true]) {
    assert.throws(
      () => open(folder, overwrite),
      refused(`Cannot record to ${folder}: it is a folder; name a file in it.`),
    );
  }
});

test('a folder that is not there is named, and so is a file in its place', async (t) => {
  const folder = await folderOf(t);
  await writeFile(join(folder, 'file'), '');
  for (const missing of [join(folder, 'nowhere'), join(folder, 'file')]) {
    const path = join(missing, 'a.cast');
    assert.throws(
      () => open(path),
      refused(
        `Cannot record to ${path}: there is no folder ${missing}; create it, or record to another one.`,
      ),
    );
  }
});

test('what the system refuses is said in one sentence', () => {
  const sentences = ['EACCES', 'EROFS', 'ENOSPC', 'EMFILE', 'ENOENT'].map((code) => {
    const disk: Disk = { ...smallDisk(0).disk, open: () => fail(code) };
    try {
      openCastFile({ path: 'a.cast', overwrite: false, disk });
      return 'opened';
    } catch (error) {
      assert.ok(error instanceof UsageError);
      return error.message;
    }
  });
  assert.deepEqual(sentences, [
    'Cannot record to a.cast: it may not be written; record to a folder that is yours.',
    'Cannot record to a.cast: it may not be written; record to a folder that is yours.',
    'Cannot record to a.cast: its disk is full; free some space, or record to another one.',
    'Cannot record to a.cast: no more files may be open (EMFILE); raise the limit: ulimit -n.',
    // The folder exists, as below /proc.
    'Cannot record to a.cast: no file can be made in its folder; record to another one.',
  ]);
});

test('a disk that takes a part of a write is given the rest', () => {
  const { disk, text } = smallDisk(100);
  const slow: Disk = {
    ...disk,
    write: (file, bytes, at) => disk.write(file, bytes.subarray(0, at + 3), at),
  };
  openCastFile({ path: 'a.cast', overwrite: false, disk: slow }).write('eleven long\n');
  assert.equal(text(), 'eleven long\n');
});

test('a disk that is full keeps the whole lines, and is let go', () => {
  const { disk, text, log } = smallDisk(12);
  const file = openCastFile({ path: 'a.cast', overwrite: false, disk });
  assert.equal(file.write('12█45\n'), undefined);
  assert.deepEqual(file.write('6789012\n'), {
    code: 'recording-ended',
    message: 'The recording a.cast ended early: its disk is full.',
    hint: 'It plays up to there; to record all of it, choose another place.',
  });
  assert.equal(text(), '12█45\n');
  assert.deepEqual(log, ['truncate 8', 'close']);
});

test('a disk on which nothing works any more ends the recording all the same', () => {
  const disk: Disk = {
    open: () => 7,
    write: () => fail('EIO'),
    truncate: () => fail('EIO'),
    close: () => fail('EIO'),
  };
  const file = openCastFile({ path: 'a.cast', overwrite: false, disk });
  assert.equal(file.write('1\n')?.message, 'The recording a.cast ended early: its disk fails.');
  assert.equal(
    openCastFile({ path: 'b.cast', overwrite: false, disk }).close()?.message,
    'The recording b.cast ended early: its disk fails.',
  );
});

const skip = existsSync('/dev/full') ? false : 'no /dev/full here';

test('the full disk of the system ends a recording', { skip }, () => {
  assert.equal(
    open('/dev/full', true).write('1\n')?.message,
    'The recording /dev/full ended early: its disk is full.',
  );
});
