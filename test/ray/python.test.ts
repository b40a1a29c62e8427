import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { reaper } from '../../source/engines/ray/head/reaper.ts';
import { driver } from './driver-run.ts';
import { environment, python, skip } from './environment.ts';

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const ruff = `${environment}/bin/ruff`;
const config = ['--config', file('ruff.toml')];

function succeeds(command: string, options: readonly string[], input = ''): void {
  const { status, stdout, stderr } = spawnSync(command, options, { encoding: 'utf8', input });
  assert.equal(status, 0, `${stdout}${stderr}`);
}

const files = [
  driver,
  file('test_driver.py'),
  file('fake_ray.py'),
  file('second-node.py'),
  file('../references/make.py'),
  file('../../benchmark/ray/plain.py'),
  file('../../benchmark/ray-queued/hold.py'),
];

test("the driver's own functions", { skip }, () => {
  succeeds(python, [file('test_driver.py')]);
});

test('a Python linter finds nothing', { skip }, () => {
  succeeds(ruff, ['check', ...config, ...files]);
  succeeds(ruff, ['check', ...config, '--stdin-filename', 'reaper.py', '-'], reaper);
});

test('all Python is formatted', { skip }, () => {
  succeeds(ruff, ['format', '--check', ...config, ...files]);
});
