import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { crc32 } from 'node:zlib';
import { zipOf } from '../../../../source/engines/ray/driver/zip.ts';

const files = [
  { name: 'fibtui_driver.py', bytes: Buffer.from('print("é")\n') },
  { name: 'empty.txt', bytes: Buffer.alloc(0) },
];

/** The files of a zip, found from its directory at the end, as a reader does. */
function entriesOf(zip: Buffer) {
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const entries = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    assert.equal(zip.toString('latin1', at, at + 4), 'PK\u0001\u0002');
    const size = zip.readUInt32LE(at + 24);
    const name = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28));
    const local = zip.readUInt32LE(at + 42);
    assert.equal(zip.toString('latin1', local, local + 4), 'PK\u0003\u0004');
    // The fields that the local header and the directory share.
    assert.deepEqual(zip.subarray(local + 4, local + 30), zip.subarray(at + 6, at + 32));
    const from = local + 30 + zip.readUInt16LE(local + 26);
    const bytes = zip.subarray(from, from + size);
    assert.equal(zip.readUInt32LE(at + 16), crc32(bytes));
    entries.push({ name, bytes, mode: zip.readUInt32LE(at + 38) >>> 16 });
    at += 46 + name.length;
  }

  assert.equal(at, end);
  assert.equal(end + 22, zip.length);
  return entries;
}

test('a zip holds its files as they are, readable by everybody', () => {
  const expected = files.map((file) => ({ ...file, mode: 0o100644 }));
  assert.deepEqual(entriesOf(Buffer.from(zipOf(files))), expected);
});

test('the same files give the same bytes', () => {
  assert.deepEqual(zipOf(files), zipOf(files));
});

test('Python, which unpacks it on the cluster, finds nothing wrong with it', (context) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'fibtui-zip-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'a.zip');
  writeFileSync(file, zipOf(files));
  const program = `import zipfile,sys
z=zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
print([(i.filename,oct(i.external_attr>>16),i.date_time,z.read(i).decode()) for i in z.infolist()])`;
  const { error, stdout, stderr } = spawnSync('python3', ['-X', 'utf8', '-c', program, file], {
    encoding: 'utf8',
  });
  if (error) {
    context.skip('no python3 here');
    return;
  }

  assert.equal(
    stdout,
    `[('fibtui_driver.py', '0o100644', (1980, 1, 1, 0, 0, 0), 'print("é")\\n'), ('empty.txt', '0o100644', (1980, 1, 1, 0, 0, 0), '')]\n`,
    stderr,
  );
});
