import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { test, type TestContext } from 'node:test';
import { EngineError } from '../../../../source/core/failure.ts';
import { seeded } from '../../../helpers/numbers/random.ts';
import {
  extremes,
  leavesOf,
  oneOf,
  textOf,
  withValue,
  type Random,
} from '../../../helpers/ray/mutated.ts';
import { openRayServer } from '../../../helpers/ray/ray-server.ts';
import { jobsAt, readable, tokenOf } from './jobs-at.ts';

const token = 's3cret-token/0123456789';
const cookie = 'hunter2-hunter2';

const node = {
  node_id: 'a',
  node_ip: '10.0.0.1',
  node_name: 'a',
  is_head_node: true,
  state: 'ALIVE',
  resources_total: { CPU: 2, memory: 4e9 },
};

const info = {
  status: 'RUNNING',
  message: 'Job is currently running.',
  error_type: null,
  driver_node_id: 'a',
  driver_exit_code: null,
};

/** Ray's answers, by the call. */
const answers = {
  'GET /api/version': { version: '4', ray_version: '2.60.0', session_name: 'session_1' },
  'GET /api/authentication_mode': { authentication_mode: 'token' },
  'GET /api/v0/nodes': { result: true, msg: '', data: { result: { result: [node] } } },
  'POST /api/jobs/': { job_id: 'x', submission_id: 'x' },
  'GET /api/jobs/x': info,
  'GET /api/jobs/x/logs': { logs: 'one\ntwo\n' },
  'POST /api/jobs/x/stop': { stopped: true },
  'DELETE /api/jobs/x': { deleted: true },
  'GET /api/v0/logs/stream': 'one\n',
} as const;

type CallName = keyof typeof answers;

const calls = Object.keys(answers) as readonly CallName[];

const secrets = [token, encodeURIComponent(token), cookie, `Bearer ${token}`];

const odd = [
  ...extremes,
  ...secrets,
  '',
  'ALIVE',
  'FAILED',
  'token',
  'x'.repeat(9000),
  '\u001B[2J\u202E\u0000',
  null,
  true,
  [],
  {},
  [[[[]]]],
  { __proto__: null },
];

function mutatedAnswer(random: Random, call: CallName): string {
  const answer: unknown = answers[random() < 0.8 ? call : oneOf(random, calls)];
  const share = oneOf(random, [0, 0.1, 0.3, 1]);
  return textOf(
    leavesOf(answer)
      .filter(() => random() < share)
      .reduce((before, path) => withValue(before, path, oneOf(random, odd)), answer),
  );
}

const bodies: readonly ((random: Random, call: CallName) => string)[] = [
  mutatedAnswer,
  mutatedAnswer,
  mutatedAnswer,
  mutatedAnswer,
  (random, call) => mutatedAnswer(random, call).slice(0, Math.floor(random() * 200)),
  () => '<!doctype html><title>Sign in</title>',
  (random) => `Traceback\n  File "x.py"\nValueError: ${oneOf(random, secrets)}\n.\n`,
  () => '',
  () => 'null',
  () => '['.repeat(100_000),
  (random) =>
    Array.from({ length: 300 }, () => String.fromCodePoint(Math.floor(random() * 0xd7ff))).join(''),
];

const statuses = [
  ...Array<number>(20).fill(200),
  101,
  103,
  201,
  204,
  206,
  301,
  302,
  304,
  307,
  308,
  400,
  401,
  403,
  404,
  405,
  407,
  413,
  429,
  500,
  502,
  503,
  504,
  599,
  999,
];

const headers = (random: Random): Readonly<Record<string, string>> => ({
  'content-type': oneOf(random, ['application/json', 'text/html', 'text/plain', '']),
  ...(random() < 0.5
    ? { location: oneOf(random, ['/', 'https://elsewhere/x?y=1', '//', 'http://[', token]) }
    : {}),
  ...(random() < 0.2 ? { server: 'envoy' } : {}),
});

/** Bytes of an answer whose head need not be one, in pieces. */
function rawAnswer(random: Random, call: CallName): readonly string[] {
  const status = oneOf(random, statuses);
  const body = oneOf(random, bodies)(random, call);
  const length = oneOf(random, [body.length, body.length + 5, 3, 2e9, -1, 1e30]);
  const framing = oneOf(random, [
    '',
    '',
    '',
    `content-length: ${length}\r\n`,
    '',
    'transfer-encoding: chunked\r\n',
    'connection: upgrade\r\nupgrade: tea\r\n',
  ]);
  const head = Object.entries(headers(random)).map(([name, value]) => `${name}: ${value}\r\n`);
  const whole = `HTTP/1.1 ${status} x\r\n${framing}${head.join('')}\r\n${body}`;
  const text = oneOf(random, [whole, whole, whole, whole.slice(9), body, '\r\n']);
  const cut = Math.floor(random() * text.length);
  return oneOf(random, [[text], [text.slice(0, cut), text.slice(cut)], [text.slice(0, cut)]]);
}

/** Answers so, at once or piece by piece, and then hangs up or does nothing more. */
function answerWith(random: Random, call: CallName) {
  const pieces = rawAnswer(random, call);
  const hangsUp = random() < 0.7;
  return ({ socket }: ServerResponse) => {
    socket?.on('error', () => {});
    pieces.forEach((piece) => socket?.write(piece));
    if (hangsUp) {
      socket?.end();
    }
  };
}

const asks = [
  async (jobs) => jobs.version(),
  async (jobs) => jobs.authenticationMode(),
  async (jobs) => jobs.nodes(),
  async (jobs) => jobs.upload(Buffer.from('zip')),
  async (jobs) => jobs.submit({ id: 'x', entrypoint: 'true', metadata: {} }),
  async (jobs) => jobs.info('x'),
  async (jobs) => jobs.logs('x'),
  async (jobs) => jobs.stop('x'),
  async (jobs) => jobs.remove('x'),
  async (jobs) => {
    const texts: string[] = [];
    const signal = AbortSignal.timeout(40);
    await jobs.streamLogs({ id: 'x', node: 'n', onText: (text) => void texts.push(text), signal });
    return texts.join('');
  },
] satisfies readonly ((jobs: ReturnType<typeof jobsAt>) => Promise<unknown>)[];

/** What a client makes of a server that answers everything at random; the mode of authentication now and then. */
async function outcomesOf(t: TestContext, random: Random): Promise<readonly unknown[]> {
  const server = await openRayServer(t, { token });
  for (const call of calls) {
    if (call !== 'GET /api/authentication_mode' || random() < 0.2) {
      server.answer(call, answerWith(random, call), Number.POSITIVE_INFINITY);
    }
  }

  const jobs = jobsAt(server.url, {
    token: tokenOf(token),
    headers: { cookie },
    idleLimits: { usual: 40, post: 40 },
    answerLimit: 80,
  });
  const outcomes: unknown[] = [];
  for (const ask of asks) {
    outcomes.push(await ask(jobs).catch((error: unknown) => error));
  }

  return outcomes;
}

/** One line, one sentence, and nothing that the program thinks aloud. */
function checkFailure(error: Error, why: string): void {
  assert.ok(error instanceof EngineError, `${why}: ${error.stack}`);
  readable(error.failure);
}

const seeds = Array.from({ length: 40 }, (_, seed) => seed);

test('whatever a server answers, it is an answer or a failure in a sentence, without a secret', async (t) => {
  const codes = new Set<string>();
  for (const seed of seeds) {
    for (const outcome of await outcomesOf(t, seeded(seed))) {
      if (outcome instanceof Error) {
        checkFailure(outcome, `seed ${seed}`);
        codes.add((outcome as EngineError).failure.code);
      }

      const text = outcome instanceof EngineError ? JSON.stringify(outcome.failure) : outcome;
      for (const secret of secrets) {
        assert.ok(!JSON.stringify([text]).includes(secret), `seed ${seed}: ${secret}`);
      }
    }
  }

  assert.ok(codes.size >= 10, [...codes].join());
});
