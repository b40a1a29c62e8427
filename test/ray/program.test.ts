import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { hostOf } from '../helpers/terminal/host-process.ts';
import { openTerminal, type Terminal } from '../helpers/terminal/terminal.ts';
import { python, skip } from './environment.ts';
import { familyOf, headFolderOf, isAlive, kill, processesOf } from './processes.ts';
import { until } from './until.ts';

/** One pass that takes minutes. */
const endless = ['--workload', 'pair', '--size', '5M', '--tasks', '2', '--rounds', '1'];
const args = ['--ray', 'local', '--ray-python', python, '--engines', 'ray', ...endless];

const elsewhere = process.platform === 'linux' ? false : 'needs /proc';

const has = ({ pid }: Terminal, name: string): boolean =>
  familyOf(pid).some((process) => process.name.startsWith(name));

type Moment = (terminal: Terminal) => Promise<void>;

const headStarts: Moment = async (terminal) => {
  await terminal.until('SETUP');
  terminal.press('enter');
  await until('a head starts', () => has(terminal, 'gcs_server'));
};

const taskRuns: Moment = async (terminal) => {
  await terminal.until('SETUP');
  terminal.press('enter');
  await until('a task runs', () => has(terminal, 'ray::run_seq'));
};

/** With a head that stays for the next run. */
const setupAgain: Moment = async (terminal) => {
  await taskRuns(terminal);
  terminal.press('escape');
  await terminal.until('Press esc again');
  terminal.press('escape');
  await terminal.until('RESULTS');
  terminal.press('left');
  await terminal.until('SETUP');
};

type Ending = {
  readonly when: string;
  readonly reach: Moment;
  readonly end: (terminal: Terminal) => void;
  readonly code: number;
  readonly signal?: number;
};

const endings: readonly Ending[] = [
  { when: 'q at setup', reach: setupAgain, end: (terminal) => terminal.press('q'), code: 0 },
  {
    when: 'ctrl+c in a pass',
    reach: taskRuns,
    end: (terminal) => terminal.press('ctrl+c'),
    code: 130,
  },
  {
    when: 'SIGTERM while the head starts',
    reach: headStarts,
    end: (terminal) => terminal.signal('SIGTERM'),
    code: 143,
  },
  {
    when: 'SIGTERM in a pass',
    reach: taskRuns,
    end: (terminal) => terminal.signal('SIGTERM'),
    code: 143,
  },
  {
    when: 'SIGKILL in a pass',
    reach: taskRuns,
    end: (terminal) => terminal.signal('SIGKILL'),
    code: 0,
    signal: 9,
  },
];

describe('nothing of --ray local is left', { skip: skip || elsewhere }, () => {
  for (const { when, reach, end, code, signal } of endings) {
    test(`after ${when}`, async () => {
      using terminal = openTerminal({ args });
      await reach(terminal);
      const family = familyOf(terminal.pid);
      const folder = headFolderOf(family);
      assert.ok(folder && existsSync(folder));
      assert.ok(processesOf(folder).length > 1);

      end(terminal);
      assert.deepEqual(await terminal.exited, { code, signal });
      const gone = () => !family.some(isAlive) && processesOf(folder).length === 0;
      await until('all its processes have ended', gone, 30_000);
      await until('its folder is gone', () => !existsSync(folder));
    });
  }
});

describe('the process that measures', { skip: skip || elsewhere }, () => {
  test('ended in a pass on a head of its own takes the head along, and the next pass gets another one', async () => {
    const some = ['--workload', 'pair', '--size', '500k', '--tasks', '4', '--rounds', '2'];
    const engines = ['--ray', 'local', '--ray-python', python, '--engines', 'local,ray'];
    using terminal = openTerminal({
      args: [...engines, ...some],
      rows: 50,
      columns: 120,
      patience: 150_000,
    });
    await taskRuns(terminal);
    const host = await hostOf(terminal.pid);
    const family = familyOf(host);
    kill({ pid: host });
    await until('the head has ended', () => !family.some(isAlive));
    await terminal.until('RESULTS');
    terminal.press('q');
    assert.equal((await terminal.exited).code, 1);
    const printed = terminal.printed().replaceAll(/\s+/g, ' ');
    assert.match(printed, /ray, round 1 failed: The measuring process was ended by SIGKILL/);
    assert.match(printed, / ray \d[^]*▇/);
    assert.doesNotMatch(printed, /ray, round 2 failed/);
  });
});
