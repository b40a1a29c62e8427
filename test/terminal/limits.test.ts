import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import type { Report } from '../../source/core/report/report.ts';
import type { UsableCpus } from '../../source/core/machine/machine.ts';
import { printedBy } from '../helpers/terminal/terminal-free.ts';
import { hostOf } from '../helpers/terminal/host-process.ts';
import { openTerminal, program } from '../helpers/terminal/terminal.ts';

const tiny = ['--json', '--size', '1k', '--tasks', '2', '--rounds', '1'];

/** The program's line about its CPUs when a shell starts it this way. */
async function usableUnder(command: string): Promise<UsableCpus> {
  const { stdout } = await printedBy(['sh', '-c', command, process.execPath, program, ...tiny]);
  return (JSON.parse(stdout) as Report).machine.usable;
}

const start = '"$0" "$@"';
const hasTaskset = spawnSync('taskset', ['-c', '0', 'true']).status === 0;

/** A writable control group, or the reason that there is none. */
function controlGroup(): { readonly folder: string; readonly version: 1 | 2 } | string {
  const groups = [
    { parent: '/sys/fs/cgroup/cpu', knob: 'cpu.cfs_quota_us', version: 1 },
    { parent: '/sys/fs/cgroup', knob: 'cpu.max', version: 2 },
  ] as const;
  for (const { parent, knob, version } of groups) {
    const folder = `${parent}/fibtui-test-${process.pid}`;
    try {
      mkdirSync(folder);
      if (existsSync(`${folder}/${knob}`)) {
        return { folder, version };
      }

      rmdirSync(folder);
    } catch {
      // Not writable: try the next kind.
    }
  }

  return 'no control group may be written here';
}

suite('the limits of a process', () => {
  const skip = hasTaskset ? false : 'no taskset here';

  test('pinned to one CPU it may use one', { skip }, async () => {
    const { count, affinity } = await usableUnder(`exec taskset -c 0 ${start}`);
    assert.deepEqual({ count, affinity }, { count: 1, affinity: 1 });
  });

  test(
    'the process that measures counts: pinned while it waits, it may use one',
    { skip },
    async () => {
      using terminal = openTerminal({ columns: 120 });
      await terminal.until('in all');
      const { pid } = terminal;
      spawnSync('taskset', ['-cp', '0', String(await hostOf(pid))]);
      await terminal.until(/1 of \d+ CPUs? usable \(online \d+, allowed 1/);
      terminal.press('q');
      assert.equal((await terminal.exited).code, 0);
    },
  );

  const group = controlGroup();
  const noGroup = typeof group === 'string' ? group : false;

  test('with half a CPU granted it may use one, and says half', { skip: noGroup }, async () => {
    assert.ok(typeof group !== 'string');
    const { folder, version } = group;
    try {
      if (version === 1) {
        writeFileSync(`${folder}/cpu.cfs_period_us`, '100000');
        writeFileSync(`${folder}/cpu.cfs_quota_us`, '50000');
      } else {
        writeFileSync(`${folder}/cpu.max`, '50000 100000');
      }

      const { count, quota } = await usableUnder(
        `echo $$ > ${folder}/cgroup.procs && exec ${start}`,
      );
      assert.deepEqual({ count, quota }, { count: 1, quota: 0.5 });
    } finally {
      rmdirSync(folder);
    }
  });
});
