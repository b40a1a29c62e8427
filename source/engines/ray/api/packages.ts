import { createHash } from 'node:crypto';
import type { RayClient } from './client.ts';
import type { Answer } from './http.ts';

/**
 * Puts a zip where every node finds it, unless it is there: to ask for it also keeps it for ten
 * minutes. Its URI, or undefined where no upload is taken.
 */
export async function uploadPackage(
  client: RayClient,
  zip: Uint8Array,
): Promise<string | undefined> {
  const name = packageName(zip);
  const path = `/api/packages/gcs/${name}`;
  const there = await client.ask({ method: 'GET', path });
  if (there.status === 200) {
    return `gcs://${name}`;
  }

  if (there.status !== 404) {
    return notTaken(client, there);
  }

  const put = await client.ask({
    method: 'PUT',
    path,
    body: { type: 'application/octet-stream', bytes: zip },
    repeatable: true,
  });
  return put.status === 200 ? `gcs://${name}` : notTaken(client, put);
}

/** Any name will do for Ray; one made of the content is uploaded once. */
const packageName = (zip: Uint8Array): string =>
  `_ray_pkg_${createHash('sha256').update(zip).digest('hex').slice(0, 32)}.zip`;

function notTaken(client: RayClient, answer: Answer): undefined {
  const { status, text } = answer;
  const token = /authentication token/i.test(text);
  if (!token && ([403, 404, 405, 413].includes(status) || status >= 500)) {
    return undefined;
  }

  throw client.refused(answer);
}
