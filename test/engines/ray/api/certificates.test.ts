import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { openRayServer, type RayServer } from '../../../helpers/ray/ray-server.ts';
import { jobsAt, rejection, tokenOf } from './jobs-at.ts';

/** A self-signed certificate for this name; undefined if this machine cannot make one. */
function certificateFor(context: TestContext, name: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'fibtui-certificate-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
  const request = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=fibtui-test -addext subjectAltName=${name}`;
  const made = spawnSync('openssl', [...request.split(' '), '-keyout', key, '-out', cert]);
  return made.status === 0
    ? { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
    : undefined;
}

/** A proxy that terminates TLS, like an ingress in front of Ray. */
async function ingress(
  context: TestContext,
  { server, name }: { readonly server: RayServer; readonly name: string },
) {
  const certificate = certificateFor(context, name);
  if (!certificate) {
    context.skip('no openssl here that makes a certificate');
    return undefined;
  }

  const proxy = createServer(certificate, (message, response) => {
    const { authorization = '' } = message.headers;
    void fetch(`${server.url}${message.url}`, { headers: { authorization } }).then(async (answer) =>
      response.writeHead(answer.status).end(await answer.text()),
    );
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  context.after(() => {
    proxy.close();
    proxy.closeAllConnections();
  });
  const { port } = proxy.address() as AddressInfo;
  return { url: `https://127.0.0.1:${port}`, ca: certificate.cert };
}

test('a certificate of an unknown authority is refused, before a token is sent', async (context) => {
  const server = await openRayServer(context, { token: 'hush' });
  const opened = await ingress(context, { server, name: 'IP:127.0.0.1' });
  if (opened) {
    const failure = await rejection(jobsAt(opened.url, { token: tokenOf('hush') }).version());
    assert.equal(failure.code, 'ray-certificate');
    assert.match(failure.hint, /--ray-ca FILE/);
    assert.deepEqual(server.calls(), []);
  }
});

test('a certificate of the authority that was given is trusted', async (context) => {
  const server = await openRayServer(context, { token: 'hush' });
  const opened = await ingress(context, { server, name: 'IP:127.0.0.1' });
  if (opened) {
    const jobs = jobsAt(opened.url, { ca: opened.ca, token: tokenOf('hush') });
    assert.equal((await jobs.version()).ray, '2.60.0');
  }
});

test('a certificate for another name is refused', async (context) => {
  const server = await openRayServer(context);
  const opened = await ingress(context, { server, name: 'DNS:other.example' });
  if (opened) {
    const failure = await rejection(jobsAt(opened.url, { ca: opened.ca }).version());
    assert.equal(failure.code, 'ray-certificate');
    assert.match(failure.message, /ERR_TLS_CERT_ALTNAME_INVALID/);
  }
});
