import { createHash } from 'node:crypto';
import type { RayClient } from './client.ts';
import type { Answer } from './exchange.ts';

/**
 * Uploads a zip for all nodes, unless the cluster has it (the check also keeps it for another ten minutes). Returns its
 * URI, or undefined if the cluster accepts no upload.
 */
export async function uploadPackage(
  client: RayClient,
  zip: Uint8Array,
): Promise<string | undefined> {
  const name = packageName(zip);
  const path = `/api/packages/gcs/${name}`;
  const existing = await client.ask({ method: 'GET', path });
  if (existing.status === 200) {
    return `gcs://${name}`;
  }

  if (existing.status !== 404) {
    return uploadRefusal(client, existing);
  }

  const put = await client.ask({
    method: 'PUT',
    path,
    body: { type: 'application/octet-stream', bytes: zip },
    repeatable: true,
  });
  return put.status === 200 ? `gcs://${name}` : uploadRefusal(client, put);
}

/** Ray accepts any name; one derived from the content avoids a second upload. */
const packageName = (zip: Uint8Array): string =>
  `_ray_pkg_${createHash('sha256').update(zip).digest('hex').slice(0, 32)}.zip`;

function uploadRefusal(client: RayClient, answer: Answer): undefined {
  const { status, text } = answer;
  const needsToken = /authentication token/i.test(text);
  if (!needsToken && ([403, 404, 405, 413].includes(status) || status >= 500)) {
    return undefined;
  }

  throw client.answerError(answer);
}
