import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import type { Report } from '../../source/core/report/report.ts';
import { deserted } from '../helpers/ray/deserted.ts';
import { openRayServer } from '../helpers/ray/ray-server.ts';
import { printedBy, runWithout, unwrapped } from '../helpers/terminal/terminal-free.ts';
import {
  assertRestored,
  endless,
  laterRound,
  quick,
} from '../helpers/terminal/terminal-screens.ts';
import { environment, openTerminal, program } from '../helpers/terminal/terminal.ts';

/** A server that closes every connection, and the number of connections. */
async function doorman(t: TestContext) {
  let visits = 0;
  const server = createServer((socket) => {
    visits += 1;
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = environment({ RAY_ADDRESS: url, RAY_API_SERVER_ADDRESS: url });
  return { url, env, visits: () => visits };
}

test('an address in the environment is asked nothing by a run without Ray', async (t) => {
  const { env, visits } = await doorman(t);
  const { code } = await printedBy([process.execPath, program, ...quick], { env });
  assert.deepEqual([code, visits()], [0, 0]);
});

test('nor is it by the setup screen and the run that is started there', async (t) => {
  const { env, visits } = await doorman(t);
  using terminal = openTerminal({ args: endless, env });
  await terminal.until('SETUP');
  terminal.press('enter');
  await terminal.until(laterRound);
  terminal.press('ctrl+c');
  assert.equal((await terminal.exited).code, 130);
  assert.equal(visits(), 0);
});

test('it is asked as soon as Ray is one of the engines', async (t) => {
  const { url, env, visits } = await doorman(t);
  const args = [...quick, '--engines', 'local,ray'];
  const { code, stdout } = await printedBy([process.execPath, program, ...args], { env });
  assert.equal(code, 1);
  assert.ok(visits() > 0);
  assert.match(
    unwrapped(stdout),
    new RegExp(`The connection to ${url} \\(from RAY_API_SERVER_ADDRESS\\) broke off`),
  );
});

/** One line, before the first round. */
const missedAt = (url: string): RegExp =>
  new RegExp(
    `^! No Ray dashboard at ${url} \\(from --ray\\): nothing listens there\\. .* The rounds of Ray will fail\\.\n$`,
  );

test('a cluster that is not there fails its own passes alone, with what to do about it', async (t) => {
  const url = await deserted(t);
  const { code, stdout, stderr } = await runWithout(...quick, '--ray', url);
  assert.equal(code, 1);
  assert.match(stderr, missedAt(url));
  assert.match(stdout, /^ {2}local +\d.*▇\n {2}pool .*▇.*\n {2}ray +no round finished$/m);
  assert.match(stdout, /^VERDICT +\S/m);
  assert.match(
    unwrapped(stdout),
    new RegExp(
      `^Failed: +ray, rounds 1 and 2 failed: No Ray dashboard at ${url} \\(from --ray\\): nothing listens there\\. Start one with \`ray start --head\`, or .*8265\\.$`,
      'm',
    ),
  );
  assert.doesNotMatch(stdout, /^ +at |node:|Error/m);
});

test('the report of such a run says the same', async (t) => {
  const url = await deserted(t);
  const { code, stdout, stderr } = await runWithout(...quick, '--ray', url, '--json');
  assert.equal(code, 1);
  assert.match(stderr, missedAt(url));
  const { passes, warnings } = JSON.parse(stdout) as Report;
  assert.deepEqual(
    passes.map(({ case: id, status }) => `${id} ${status}`).toSorted(),
    ['local finished', 'pool finished', 'ray failed'].flatMap((one) => [one, one]),
  );
  assert.ok(warnings.some(({ code }) => code === 'ray-unreachable'));
});

/** A pass on a cluster that has accepted the job but does not start it. */
async function pendingPass(t: TestContext) {
  const server = await openRayServer(t);
  const args = [...quick, '--ray', server.url, '--engines', 'ray'];
  const terminal = openTerminal({ args, columns: 200 });
  await terminal.until('SETUP');
  terminal.press('enter');
  await terminal.until(/pending +\d/);
  const [id] = [...server.state.jobs.keys()];
  return { terminal, server, id: id! };
}

test('whoever leaves in the middle of a job is told that it is being stopped', async (t) => {
  const { terminal: opened, server, id } = await pendingPass(t);
  using terminal = opened;
  server.job(id).start();
  terminal.press('ctrl+c');
  assert.equal((await terminal.exited).code, 130);
  assert.equal(server.job(id).details()['status'], 'STOPPED');
  const { url } = server;
  const said = `fibtui: stopping the job ${id} at ${url}; Ctrl+C again does not wait for it.`;
  assert.ok(terminal.printed().includes(said), terminal.printed());
});

test('whoever does not wait for that is told how to stop it', async (t) => {
  const { terminal: opened, server, id } = await pendingPass(t);
  using terminal = opened;
  // Ray answers that it stops a job that has not started, but does not stop it.
  terminal.press('ctrl+c');
  await terminal.until('stopping the job');
  terminal.press('ctrl+c');
  assert.notEqual((await terminal.exited).code, 0);
  assertRestored(terminal);
  const said = `fibtui: the job ${id} may still run, until its tasks are done. Stop it with \`ray job stop --address ${server.url} ${id}\`.`;
  assert.ok(terminal.printed().includes(said), terminal.printed());
});
