import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import type { StandInJob } from './ray-server-job.ts';
import { rayReply } from './ray-server-routes.ts';
import type { Incoming, RayState, Reply } from './ray-server-state.ts';

export type RecordedRequest = {
  /** `GET /api/version`, without the query. */
  readonly call: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  readonly query: URLSearchParams;
};

export type RayServer = {
  readonly url: string;
  readonly port: number;
  /** A test may change it: version, token, nodes, agents. */
  readonly state: RayState;
  /** Every request, in order. */
  readonly requests: readonly RecordedRequest[];
  readonly calls: () => readonly string[];
  /** Replaces Ray's answer to the next requests of a call, as a proxy or a fault would. */
  readonly answer: (call: string, reply: Reply, times?: number) => void;
  readonly job: (id: string) => StandInJob;
};

const head = {
  node_id: 'head',
  node_ip: '127.0.0.1',
  node_name: '127.0.0.1',
  is_head_node: true,
  state: 'ALIVE',
  resources_total: { CPU: 2, memory: 4e9, 'node:127.0.0.1': 1 },
};

/**
 * A server that follows the rules of Ray's dashboard as strictly as Ray, as far as they concern a client for jobs. It
 * runs no jobs. It ends with the test.
 */
export async function openRayServer(
  context: Pick<TestContext, 'after'>,
  start: Partial<RayState> = {},
) {
  const state: RayState = {
    ray: '2.60.0',
    token: undefined,
    nodes: [head],
    starting: 0,
    largest: 100 * 2 ** 20,
    packages: new Map(),
    jobs: new Map(),
    ...start,
  };
  const requests: RecordedRequest[] = [];
  const faults: { readonly call: string; readonly reply: Reply; times: number }[] = [];
  const server = createServer((message, response) => {
    const answer = (incoming: Incoming) => {
      const call = `${message.method} ${incoming.url.pathname}`;
      const { headers } = message;
      requests.push({ call, headers, body: incoming.body, query: incoming.url.searchParams });
      const fault = faults.find((fault) => fault.call === call && fault.times > 0);
      if (fault) {
        fault.times -= 1;
      }

      send(fault?.reply ?? refusal(state, incoming) ?? rayReply(state, incoming), response);
    };
    receive(message).then(answer, () => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => {
    server.close();
    server.closeAllConnections();
  });

  const { port } = server.address() as AddressInfo;
  const opened: RayServer = {
    url: `http://127.0.0.1:${port}`,
    port,
    state,
    requests,
    calls: () => requests.map(({ call }) => call),
    answer: (call, reply, times = 1) => void faults.push({ call, reply, times }),
    job: (id) => state.jobs.get(id)!,
  };
  return opened;
}

async function receive(message: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) {
    chunks.push(chunk);
  }

  const url = new URL(message.url ?? '/', 'http://stand-in');
  return { message, url, body: Buffer.concat(chunks) };
}

/** Ray's refusals before it looks at the request itself. */
function refusal({ token }: RayState, { message, url }: Incoming): Reply | undefined {
  const { method = 'GET', headers } = message;
  if (!['GET', 'HEAD', 'OPTIONS'].includes(method) && isBrowser(headers)) {
    return [405, `'${method}' method not allowed for browser traffic.`];
  }

  if (token === undefined || url.pathname === '/api/authentication_mode') {
    return undefined;
  }

  // The second header counts only if the first is missing.
  const given = headers.authorization ?? headers['x-ray-authorization'];
  if (given === undefined) {
    return [401, 'Unauthorized: Missing authentication token'];
  }

  return given === `Bearer ${token}` ? undefined : [403, 'Forbidden: Invalid authentication token'];
}

const isBrowser = (headers: IncomingMessage['headers']): boolean =>
  (headers['user-agent'] ?? '').startsWith('Mozilla') ||
  Object.keys(headers).some((name) =>
    /^(sec-fetch-|origin$|referer$|access-control-request-)/.test(name),
  );

function send(reply: Reply, response: ServerResponse): void {
  if (typeof reply === 'function') {
    reply(response);
    return;
  }

  const [status, body] = reply;
  const json = typeof body !== 'string';
  response.writeHead(status, { 'content-type': json ? 'application/json' : 'text/plain' });
  response.end(json ? JSON.stringify(body) : body);
}
