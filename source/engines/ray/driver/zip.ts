import { crc32 } from 'node:zlib';

export type ZipFile = { readonly name: string; readonly bytes: Uint8Array };

const stored = 0;
/** Version 2.0 of the format, and made on Unix, so that unpacking honours the mode. */
const version = 20;
const madeBy = (3 << 8) | version;
/** A fixed date, 1 January 1980: the same files give the same bytes, and so the same package name. */
const date = (1 << 5) | 1;
const mode = 0o100644;

/** A zip of files without folders and without compression, for Ray to unpack into a working directory. */
export function zipOf(files: readonly ZipFile[]): Uint8Array {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const common = commonFields(file);
    const name = Buffer.from(file.name, 'utf8');
    const local = Buffer.concat([signature('\u0003\u0004'), common, name, file.bytes]);
    entries.push(
      Buffer.concat([
        signature('\u0001\u0002'),
        shorts(madeBy),
        common,
        // No comment, first disk, no DOS attributes.
        shorts(0, 0, 0),
        longs((mode << 16) >>> 0, offset),
        name,
      ]),
    );
    locals.push(local);
    offset += local.length;
  }

  const directory = Buffer.concat(entries);
  const end = [
    signature('\u0005\u0006'),
    shorts(0, 0, files.length, files.length),
    longs(directory.length, offset),
    shorts(0),
  ];
  return Buffer.concat([...locals, directory, ...end]);
}

/** The fields from "version needed" to "extra field length": the same in the local header and in the directory. */
const commonFields = ({ name, bytes }: ZipFile): Buffer =>
  Buffer.concat([
    shorts(version, utf8, stored, 0, date),
    longs(crc32(bytes), bytes.length, bytes.length),
    shorts(Buffer.byteLength(name), 0),
  ]);

/** The flag for names in UTF-8. */
const utf8 = 1 << 11;

const signature = (kind: string): Buffer => Buffer.from(`PK${kind}`, 'latin1');

function shorts(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(2 * values.length);
  values.forEach((value, index) => buffer.writeUInt16LE(value, 2 * index));
  return buffer;
}

function longs(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => buffer.writeUInt32LE(value, 4 * index));
  return buffer;
}
