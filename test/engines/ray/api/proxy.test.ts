import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { suite, test, type TestContext } from 'node:test';
import { rayAddress } from '../../../../source/core/plan/ray-address.ts';
import { openCluster } from '../../../../source/engines/ray/cluster.ts';
import { canUseProxies } from '../../../../source/engines/system/node-proxies.ts';
import { proxyFor } from '../../../../source/engines/ray/api/proxy.ts';
import { jobsAt, readable, rejection, thrownFailure } from './jobs-at.ts';

const skip = !canUseProxies() && 'this Node knows no proxies';

const proxyOf = (base: string, environment: Readonly<Record<string, string>>) =>
  proxyFor(rayAddress(base, '--ray'), environment);

suite('the proxy for an address', { skip }, () => {
  const all = {
    http_proxy: 'http://a:1',
    HTTP_PROXY: 'http://b:2',
    HTTPS_PROXY: 'http://c:3',
    all_proxy: 'http://d:4',
  };

  test('is that of its scheme, in lower case first, then the one for all', () => {
    const { all_proxy: _, ...some } = all;
    assert.deepEqual(proxyOf('http://head', all), {
      url: 'http://a:1/',
      host: 'a:1',
      from: 'http_proxy',
    });
    assert.equal(proxyOf('https://head', all)?.from, 'HTTPS_PROXY');
    assert.equal(proxyOf('https://head', { ALL_PROXY: 'd:4' })?.url, 'http://d:4/');
    assert.equal(proxyOf('https://head', { http_proxy: some.http_proxy }), undefined);
    assert.equal(proxyOf('http://head', { http_proxy: ' ' }), undefined);
  });

  test('is none for this machine', () => {
    for (const here of ['localhost', '127.0.0.1', '[::1]', 'a.localhost']) {
      assert.equal(proxyOf(here, all), undefined);
    }
  });

  const excepted: Readonly<Record<string, readonly string[]>> = {
    '*': ['head', '10.1.2.3'],
    'head.example': ['head.example', 'a.head.example'],
    '.example, other': ['head.example', 'other'],
    '*.example': ['head.example'],
    HEAD: ['head'],
    'head:8265': ['head:8265'],
    '10.0.0.0/8': ['10.1.2.3'],
  };
  for (const [list, hosts] of Object.entries(excepted)) {
    test(`is none for the hosts in NO_PROXY=${list}`, () => {
      for (const host of hosts) {
        assert.equal(proxyOf(host, { ...all, NO_PROXY: list }), undefined);
      }
    });
  }

  const notExcepted: Readonly<Record<string, string>> = {
    '': 'head',
    ' , .': 'head',
    ead: 'head',
    'head:1': 'head',
    '10.0.0.0/8': '11.1.2.3',
    '10.0.0.0/99': '10.1.2.3',
    '0.0.0.0/0': 'head',
  };
  for (const [list, host] of Object.entries(notExcepted)) {
    test(`is one for ${host} where NO_PROXY is ${JSON.stringify(list)}`, () => {
      assert.equal(proxyOf(host, { ...all, NO_PROXY: list })?.host, 'a:1');
    });
  }

  for (const text of ['socks5://me:secret@p:1', 'http://', 'ftp://p', 'http://a b:secret']) {
    test(`is refused without being quoted where it is ${text}`, () => {
      const failure = thrownFailure(() => proxyOf('head', { ALL_PROXY: text }));
      readable(failure);
      assert.equal(failure.code, 'ray-proxy');
      assert.doesNotMatch(JSON.stringify(failure), /secret/);
    });
  }
});

/** A proxy that reaches nothing: it records what it is asked, and answers with the same each time. */
async function openProxy(t: TestContext, status: number, body: object = {}) {
  const asked: IncomingMessage[] = [];
  const server = createServer((message, response) => {
    asked.push(message);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.on('connect', (message, socket) => {
    asked.push(message);
    socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { asked, host, url: `http://me:s3cret@${host}` };
}

suite('through a proxy', { skip }, () => {
  const here = { version: '1.2.3', home: '/nowhere' };
  const { signal } = new AbortController();

  test('a cluster is asked by its own name, and said to be reached so', async (t) => {
    const proxy = await openProxy(t, 200, {
      authentication_mode: 'disabled',
      ray_version: '2.60.0',
      data: { result: { result: [{ state: 'ALIVE', node_id: 'a', resources_total: { CPU: 2 } }] } },
    });
    const setup = { ...here, environment: { HTTP_PROXY: proxy.url } };
    const target = { at: 'http://head.example:8265', from: '--ray' };
    const cluster = await openCluster({ target, setup, signal });
    const { remarks, cpus } = await cluster.facts();
    assert.equal(cpus, 2);
    assert.deepEqual(remarks, [
      `requests go there through the proxy ${proxy.host} (from HTTP_PROXY)`,
    ]);
    assert.equal(proxy.asked[0]?.url, 'http://head.example:8265/api/version');
    assert.equal(proxy.asked[0]?.headers.host, 'head.example:8265');
    await cluster.jobs.stop('x').catch(() => {});
    assert.equal(proxy.asked.at(-1)?.method, 'POST');
  });

  test('that wants a login, both are named, and no password', async (t) => {
    const { url, host } = await openProxy(t, 407);
    for (const [base, code] of [
      ['http://head.example', 'ray-proxy-login'],
      ['https://head.example', 'ray-proxy'],
    ] as const) {
      const proxy = proxyOf(base, { all_proxy: url })!;
      const failure = await rejection(jobsAt(base, { proxy }).version());
      readable(failure);
      assert.equal(failure.code, code);
      assert.match(failure.message, /head\.example/);
      assert.doesNotMatch(JSON.stringify(failure), /s3cret/);
      assert.equal(proxy.host, host);
    }
  });
});
