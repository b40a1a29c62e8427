import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFolder } from '../../source/engines/ray/head/folder.ts';
import { rayEnvironment } from '../../source/engines/ray/head/head-environment.ts';
import { startHead, type Head } from '../../source/engines/ray/head/head.ts';
import { rayHttp } from '../../source/engines/ray/api/http.ts';
import { aliveNodes, nodesPath } from '../../source/engines/ray/api/nodes.ts';
import { freePorts } from '../../source/engines/ray/head/ports.ts';
import { reaper } from '../../source/engines/ray/head/reaper.ts';
import { python } from './environment.ts';
import { until } from './until.ts';

const secondNode = fileURLToPath(new URL('second-node.py', import.meta.url));

export type Cluster = Head & {
  /** Like `Head.pid`, for the second node. */
  readonly second: number;
};

/** Two nodes of one CPU each on this machine. */
export async function startCluster(): Promise<Cluster> {
  const head = await startHead({ python, cpus: 1, env: process.env });
  const node = await addNode(head).catch(async (error: unknown) => {
    await head.close();
    throw error;
  });
  return {
    ...head,
    second: node.pid,
    async close() {
      await node.close();
      await head.close();
    },
  };
}

/** Another node of one CPU; closing it ends only its own processes. */
export async function addNode(head: Head): Promise<{ pid: number; close: () => Promise<void> }> {
  const nodes = await countNodes(head);
  const folder = await makeFolder();
  const [agent] = await freePorts(1);
  const node = [secondNode, `--address=${addressOf(head)}`, '--block', '--num-cpus=1'];
  const ports = [
    `--dashboard-agent-listen-port=${agent}`,
    '--min-worker-port=0',
    '--max-worker-port=0',
  ];
  const memory = ['--object-store-memory=80000000', '--disable-usage-stats'];
  const child = spawn(python, ['-c', reaper, folder.path, python, ...node, ...ports, ...memory], {
    env: rayEnvironment(process.env, folder),
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const over = once(child, 'exit');
  await until('the second node is there', async () => {
    assert.equal(child.exitCode, null);
    return (await countNodes(head)) > nodes;
  });
  return {
    pid: child.pid!,
    async close() {
      child.stdin.end();
      await over;
    },
  };
}

/** The address at which other nodes and drivers on this machine find a head: Ray writes the port to a file. */
export function addressOf({ folder }: Head): string {
  const session = join(folder, 'session_latest');
  const file = readdirSync(session).find((name) => name.startsWith('gcs_server_port_'));
  return `127.0.0.1:${readFileSync(join(session, file!), 'utf8').trim()}`;
}

async function countNodes({ url }: Head): Promise<number> {
  const http = rayHttp({ address: { base: url, from: 'the test' } });
  const answer = await http.ask({ method: 'GET', path: nodesPath, headers: {} });
  return aliveNodes(answer.text)?.length ?? 0;
}
