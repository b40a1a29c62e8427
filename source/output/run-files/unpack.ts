import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Bytes } from '../../core/units.ts';
import { mostBytes } from './format.ts';
import { openTally } from './json-tally.ts';
import { RunFileError } from './run-file-error.ts';

const chunkSize: Bytes = 262_144;

/**
 * The document in a run file. It is counted while it is unpacked: one that is too large, or would become so when it is
 * parsed, is given up where that shows.
 */
export async function unpackRun(path: string): Promise<Buffer> {
  const tally = openTally();
  const chunks: Buffer[] = [];
  let length: Bytes = 0;
  await pipeline(
    createReadStream(path, { highWaterMark: chunkSize }),
    beginningAsGzip,
    createGunzip({ chunkSize }),
    async (unpacked: AsyncIterable<Buffer>) => {
      for await (const chunk of unpacked) {
        length += chunk.length;
        if (length > mostBytes || tally.exceeds(chunk)) {
          throw new RunFileError('is too large');
        }

        chunks.push(chunk);
      }
    },
  );
  return Buffer.concat(chunks, length);
}

const gzipBeginning = Buffer.from([0x1f, 0x8b]);

async function* beginningAsGzip(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const chunk of packed) {
    const beginning = gzipBeginning.subarray(0, chunk.length);
    if (isFirst && !beginning.equals(chunk.subarray(0, gzipBeginning.length))) {
      throw new RunFileError('is not a fibtui run file');
    }

    isFirst = false;
    yield chunk;
  }
}
