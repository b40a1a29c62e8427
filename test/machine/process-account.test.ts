import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  asFoundBy,
  openOtherAccount,
  readProcess,
  withAccount,
} from '../../source/machine/process-account.ts';
import { realSystem } from '../../source/machine/real-system.ts';

const stat = (state: string, user: number, system: number) =>
  `77 (a (b) c) ${state} 1 1 1 0 -1 4194304 0 0 0 0 ${user} ${system} 0 0`;

const reading = (files: Readonly<Record<string, string>>) => ({
  readText: (path: string) => files[path],
});

test('the kernel tells the CPU time of another process, and whether it is stopped', () => {
  const system = reading({ '/proc/77/stat': stat('T', 250, 50) });
  assert.deepEqual(readProcess(system, 77), { cpu: 3000, stopped: true });
  assert.equal(readProcess(system, 78), undefined);
  assert.equal(readProcess(reading({ '/proc/77/stat': stat('S', 1, 0) }), 77)?.stopped, false);
});

test('the account of the other process goes on when another process takes its place', () => {
  const files: Record<string, string> = { '/proc/77/stat': stat('S', 100, 0) };
  let pid: number | undefined = 77;
  const account = openOtherAccount(reading(files), () => pid);
  assert.equal(account.time(), 1000);
  files['/proc/77/stat'] = stat('S', 150, 0);
  assert.equal(account.time(), 1500);
  delete files['/proc/77/stat'];
  assert.equal(account.time(), 1500, 'it has ended');
  pid = undefined;
  assert.equal(account.time(), 1500);
  pid = 78;
  files['/proc/78/stat'] = stat('S', 20, 0);
  assert.equal(account.time(), 1700);
});

test('where the kernel tells nothing, what the other process said last counts', () => {
  const account = openOtherAccount(reading({}), () => 77);
  assert.equal(account.time(), 0);
  account.told(400);
  assert.equal(account.time(), 0, 'what it took before its first word');
  account.told(1100);
  assert.equal(account.time(), 700);
  const system = withAccount({ ...realSystem, processTime: () => 50 }, account);
  assert.equal(system.processTime(), 750);
});

test('the affinity and the control group of the process that measures count', () => {
  const files = { '/proc/self/status': 'ours', '/proc/77/status': 'theirs', '/proc/stat': 'all' };
  let pid: number | undefined;
  const { readText } = asFoundBy({ ...realSystem, ...reading(files) }, () => pid);
  assert.equal(readText('/proc/self/status'), 'ours');
  pid = 77;
  assert.deepEqual([readText('/proc/self/status'), readText('/proc/stat')], ['theirs', 'all']);
  pid = 78;
  assert.equal(readText('/proc/self/status'), 'ours', 'it has ended');
});
