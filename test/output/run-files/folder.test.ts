import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRunFileName, runsFolder } from '../../../source/output/run-files/folder.ts';
import { runFileName } from '../../../source/output/run-files/save.ts';

const folderOn = (
  platform: string,
  home: string,
  environment: Readonly<Record<string, string>> = {},
) => runsFolder({ environment, home, platform });

test('runs are kept where the system keeps the state of programs', () => {
  assert.equal(folderOn('linux', '/home/ada'), '/home/ada/.local/state/fibtui/runs');
  assert.equal(
    folderOn('darwin', '/Users/ada'),
    '/Users/ada/Library/Application Support/fibtui/runs',
  );
  assert.equal(folderOn('win32', 'C:\\Users\\ada'), 'C:\\Users\\ada\\AppData\\Local\\fibtui\\runs');
  const local = { LOCALAPPDATA: 'D:\\Local' };
  assert.equal(folderOn('win32', 'C:\\Users\\ada', local), 'D:\\Local\\fibtui\\runs');
});

test('XDG_STATE_HOME names another place on every system, where it is a whole path', () => {
  for (const platform of ['linux', 'darwin', 'freebsd']) {
    const environment = { XDG_STATE_HOME: '/state' };
    assert.equal(folderOn(platform, '/home/ada', environment), '/state/fibtui/runs');
  }

  for (const given of ['', 'state', './state', '~/state']) {
    const found = folderOn('linux', '/home/ada', { XDG_STATE_HOME: given });
    assert.equal(found, '/home/ada/.local/state/fibtui/runs');
  }
});

test('who has no home has no runs either', () => {
  assert.equal(folderOn('linux', ''), undefined);
  assert.equal(folderOn('linux', '', { XDG_STATE_HOME: '/state' }), '/state/fibtui/runs');
});

test('names sort by time, differ at the same time, and are known again', () => {
  const times = [
    '2026-11-23T09:59:59.999Z',
    '2026-11-23T10:00:00.000Z',
    '2026-11-23T10:00:00.001Z',
  ];
  const names = times.map(runFileName);
  assert.deepEqual(names.toSorted(), names);
  assert.notEqual(runFileName(times[0]!), names[0]);
  assert.ok(names.every(isRunFileName));
  assert.ok(!['a.json.gz', `.${names[0]}.part`, `${names[0]}~`].some(isRunFileName));
});
