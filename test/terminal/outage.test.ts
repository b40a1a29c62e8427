import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { jobsOf, nonceOf } from '../engines/ray/open-engine.ts';
import { openNetworkTo } from '../helpers/ray/cut-network.ts';
import { driverLines, said } from '../helpers/ray/fake-ray-jobs.ts';
import { openRayServer } from '../helpers/ray/ray-server.ts';
import { environment, openTerminal } from '../helpers/terminal/terminal.ts';

/** The program in a terminal, in the middle of a pass on Ray, behind a network that can be cut. */
async function openPass(t: TestContext) {
  const server = await openRayServer(t);
  const network = await openNetworkTo(server.url);
  t.after(network.close);
  const plan = ['--engines', 'ray', '--tasks', '2', '--rounds', '1', '--ray', network.url];
  const terminal = openTerminal({ args: ['run', ...plan, '--no-history'], env: environment() });
  await terminal.until('pending');
  const [job] = jobsOf(server);
  const line = driverLines(nonceOf(job!));
  const say = (...lines: readonly object[]) => job!.write(lines.map((one) => line(one)).join(''));
  job!.start();
  say(
    said.hello,
    said.cluster,
    said.warm,
    said.submitted(2),
    said.started(0),
    said.started(1, 'b'),
  );
  await terminal.until('2 workers');
  return { network, terminal, job: job!, say };
}

test('a network that breaks off is told of until it is back, and the bars go on', async (t) => {
  const { network, terminal, job, say } = await openPass(t);
  using _ = terminal;
  await network.cut('refused');
  await terminal.until('no answer from the head for');
  await network.mend();
  say(said.progress({ 0: 0.5, 1: 0.5 }));
  await terminal.until('50 %');
  await terminal.until('running ');
  terminal.press('ctrl+c');
  assert.equal((await terminal.exited).code, 130);
  assert.equal(job.details()['status'], 'STOPPED');
});

test('ctrl+c ends the program during an outage, which names the job that may still run', async (t) => {
  const { network, terminal, job } = await openPass(t);
  using _ = terminal;
  await network.cut('refused');
  await terminal.until('no answer from the head for');
  terminal.press('ctrl+c');
  const { code } = await terminal.exited;
  assert.equal(code, 130);
  const text = terminal.printed().replaceAll(/\s+/g, ' ');
  assert.ok(text.includes(`The job ${job.id} at ${network.url} was told to stop`), text);
});
