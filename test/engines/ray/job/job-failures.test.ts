import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Failure } from '../../../../source/core/failure.ts';
import { exitMeaning } from '../../../../source/engines/ray/job/exit-meaning.ts';
import {
  endFailure,
  headLost,
  pendingTooLong,
  type LogEnd,
} from '../../../../source/engines/ray/job/job-failures.ts';
import type { JobInfo } from '../../../../source/engines/ray/api/job-info.ts';
import { driverLines, failure, said } from '../../../helpers/ray/fake-ray-jobs.ts';
import { assertReadable } from './readable-failure.ts';

const job = { id: 'fibtui-1', address: { base: 'http://ray:8265', from: '--ray' } };

const failureOfEnd = (info: JobInfo, log: Partial<LogEnd> = {}): Failure =>
  endFailure(job, info, { lines: [], readable: true, ...log });

suite('a job that ended without a last word of its driver', () => {
  const kinds: readonly (readonly [string, JobInfo, string, RegExp])[] = [
    [
      'and was stopped was stopped by somebody else',
      { status: 'STOPPED' },
      'ray-stopped-elsewhere',
      /stopped by somebody else/,
    ],
    [
      'and succeeded returned no result',
      { status: 'SUCCEEDED' },
      'ray-no-result',
      /returned no result/,
    ],
    [
      'and exited with 86 found no Python with ray',
      { status: 'FAILED', errorType: 'JOB_ENTRYPOINT_COMMAND_ERROR', exitCode: 86 },
      'ray-no-python',
      /No Python/,
    ],
    [
      'and exited with 127 lacked a command',
      { status: 'FAILED', errorType: 'JOB_ENTRYPOINT_COMMAND_ERROR', exitCode: 127 },
      'ray-driver-exit',
      /exit code 127: a command was not found/,
    ],
    [
      'and with -9 was killed, perhaps for lack of memory',
      { status: 'FAILED', exitCode: -9 },
      'ray-driver-killed',
      /killed by SIGKILL, .*memory/,
    ],
    [
      'and has no exit code is told by Ray’s own cause',
      { status: 'FAILED', message: 'Traceback:\n  File\nOSError: disk full\n.' },
      'ray-job-failed',
      /failed: OSError: disk full\.$/,
    ],
    [
      'and has an error type of a newer Ray is told by its cause',
      { status: 'FAILED', errorType: 'SOMETHING_NEW', message: 'RuntimeError: it was new' },
      'ray-job-failed',
      /it was new/,
    ],
    [
      'and is unknown in all but its status is still a sentence',
      { status: 'FAILED' },
      'ray-job-failed',
      /failed\.$/,
    ],
  ];
  for (const [what, info, code, sentence] of kinds) {
    test(what, () => {
      const failed = failureOfEnd(info);
      assert.equal(failed.code, code);
      assert.match(failed.message, sentence);
      assertReadable(failed);
    });
  }

  for (const errorType of [
    'RUNTIME_ENV_SETUP_FAILURE',
    'JOB_SUPERVISOR_ACTOR_START_TIMEOUT',
    'JOB_SUPERVISOR_ACTOR_START_FAILURE',
    'JOB_SUPERVISOR_ACTOR_UNSCHEDULABLE',
    'JOB_SUPERVISOR_ACTOR_UNKNOWN_FAILURE',
    'JOB_SUPERVISOR_ACTOR_DIED',
    'JOB_ENTRYPOINT_COMMAND_START_ERROR',
  ]) {
    test(`and has the error type ${errorType} has a sentence of its own`, () => {
      const failed = failureOfEnd({
        status: 'FAILED',
        errorType,
        message: 'IOError: no such package',
      });
      assert.match(failed.message, /fibtui-1: IOError: no such package\.$/);
      assert.notEqual(failed.code, 'ray-job-failed');
      assertReadable(failed);
    });
  }

  test('and whose Python has no ray is told so, whatever its exit', () => {
    const lines = ['Traceback', "ModuleNotFoundError: No module named 'ray'"];
    assert.equal(failureOfEnd({ status: 'FAILED', exitCode: 1 }, { lines }).code, 'ray-no-python');
  });

  test('names the cause from the log of a driver that failed', () => {
    const lines = ['Traceback (most recent call last):', '  File "x"', 'OSError: disk full', '.'];
    const failed = failureOfEnd({ status: 'FAILED', exitCode: 1 }, { lines });
    assert.match(failed.message, /ended with exit code 1: OSError: disk full\.$/);
  });

  for (const [exitCode, end] of [
    [1, /ended with exit code 1\.$/],
    [-9, /for lack of memory\.$/],
  ] as const) {
    test(`and with ${exitCode} does not take Ray’s echo of the command for a cause`, () => {
      const lines = [
        '2026-11-23 11:18:04,897 INFO job_manager.py:581 -- Runtime env is setting up.',
        'Running entrypoint for job fibtui-1: R=$(sed -n /proc/$PPID/maps 2>/dev/null | head -1)',
        'exec "$P" -u fibtui_driver.py --nonce n',
      ];
      assert.match(failureOfEnd({ status: 'FAILED', exitCode }, { lines }).message, end);
    });
  }

  test('and whose shell lacks a command says which', () => {
    const lines = ['/bin/sh: 3: pythonx: not found', 'exec pythonx'];
    const { message } = failureOfEnd({ status: 'FAILED', exitCode: 127 }, { lines });
    assert.match(message, /a command was not found: \/bin\/sh: 3: pythonx: not found\.$/);
  });

  test('and without a log that can be read says that this is lost', () => {
    const failed = failureOfEnd({ status: 'SUCCEEDED' }, { readable: false });
    assert.equal(failed.code, 'ray-log-lost');
    assertReadable(failed);
  });

  test('never shows Ray’s message whole, nor the driver’s lines in it', () => {
    const line = driverLines('n');
    const noise = line(said.started(0)).repeat(80);
    const message = `Job entrypoint command failed with exit code 1, last available logs:\n${noise}\u001B[31mlast words\u001B[0m\n${noise}`;
    const failed = failureOfEnd({ status: 'FAILED', message });
    assert.match(failed.message, /: last words\.$/);
    assertReadable(failed);
  });

  test('shows of a message without an end what fits', () => {
    assertReadable(failureOfEnd({ status: 'FAILED', message: 'word '.repeat(4000) }));
  });
});

test('a job that never started says for how long, and Ray’s reason', () => {
  const failed = pendingTooLong(job, 120_000, 'It may be waiting for resources.');
  assert.match(
    failed.message,
    /did not start within 2 min 0 s: It may be waiting for resources\.$/,
  );
  assertReadable(failed);
  assertReadable(pendingTooLong(job, 120_000, undefined));
});

test('a lost cluster says what the last request came to', () => {
  const failed = headLost(job, failure('ray-unreachable', 'No Ray dashboard at http://ray:8265.'));
  assert.match(failed.message, /: No Ray dashboard at http:\/\/ray:8265\.$/);
  assertReadable(failed);
});

for (const [exitCode, meaning] of [
  [1, 'ended with exit code 1'],
  [-15, 'was killed by SIGTERM'],
  [143, 'was killed by SIGTERM'],
  [137, 'was killed by SIGKILL, by somebody or for lack of memory'],
  [-40, 'was killed by signal 40'],
  [255, 'ended with exit code 255'],
] as const) {
  test(`an exit with ${exitCode} means that it ${meaning}`, () => {
    assert.equal(exitMeaning(exitCode), meaning);
  });
}
