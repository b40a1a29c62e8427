import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Failure } from '../../../../source/core/failure.ts';
import { driverFailure } from '../../../../source/engines/ray/job/driver-failures.ts';
import type { EventNamed } from '../../../../source/engines/ray/driver/driver-event.ts';
import { exitMeaning } from '../../../../source/engines/ray/job/exit-meaning.ts';
import {
  endFailure,
  headLost,
  pendingTooLong,
  type LogEnd,
} from '../../../../source/engines/ray/job/job-failures.ts';
import type { JobInfo } from '../../../../source/engines/ray/api/job-info.ts';
import { openLogReader } from '../../../../source/engines/ray/driver/protocol.ts';
import { driverLines, failure, said } from '../../../helpers/ray/fake-ray-jobs.ts';

const job = { id: 'fibtui-1', address: { base: 'http://ray:8265', from: '--ray' } };

const ended = (info: JobInfo, log: Partial<LogEnd> = {}): Failure =>
  endFailure(job, info, { lines: [], readable: true, ...log });

/** A sentence and a hint, each of one line that fits on a screen. */
function assertReadable({ message, hint }: Failure): void {
  for (const text of [message, hint]) {
    assert.match(text, /^\S.*[^.]\.$/);
    assert.doesNotMatch(text, /\n|@fibtui|undefined|\.\./);
    assert.ok(text.length < 420, text);
  }
}

suite('a job that ended without a last word of its driver', () => {
  const kinds: readonly (readonly [string, JobInfo, string, RegExp])[] = [
    [
      'and was stopped was stopped by someone else',
      { status: 'STOPPED' },
      'ray-stopped-elsewhere',
      /stopped by someone else/,
    ],
    ['and succeeded gave no result', { status: 'SUCCEEDED' }, 'ray-no-result', /gave no result/],
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
      const failed = ended(info);
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
      const failed = ended({ status: 'FAILED', errorType, message: 'IOError: no such package' });
      assert.match(failed.message, /fibtui-1: IOError: no such package\.$/);
      assert.notEqual(failed.code, 'ray-job-failed');
      assertReadable(failed);
    });
  }

  test('and whose Python has no ray is told so, whatever its exit', () => {
    const lines = ['Traceback', "ModuleNotFoundError: No module named 'ray'"];
    assert.equal(ended({ status: 'FAILED', exitCode: 1 }, { lines }).code, 'ray-no-python');
  });

  test('names the cause from the log of a driver that failed', () => {
    const lines = ['Traceback (most recent call last):', '  File "x"', 'OSError: disk full', '.'];
    const failed = ended({ status: 'FAILED', exitCode: 1 }, { lines });
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
      assert.match(ended({ status: 'FAILED', exitCode }, { lines }).message, end);
    });
  }

  test('and whose shell lacks a command says which', () => {
    const lines = ['/bin/sh: 3: pythonx: not found', 'exec pythonx'];
    const { message } = ended({ status: 'FAILED', exitCode: 127 }, { lines });
    assert.match(message, /a command was not found: \/bin\/sh: 3: pythonx: not found\.$/);
  });

  test('and without a log that can be read says that this is lost', () => {
    const failed = ended({ status: 'SUCCEEDED' }, { readable: false });
    assert.equal(failed.code, 'ray-log-lost');
    assertReadable(failed);
  });

  test('never shows Ray’s message whole, nor the driver’s lines in it', () => {
    const line = driverLines('n');
    const noise = line(said.started(0)).repeat(80);
    const message = `Job entrypoint command failed with exit code 1, last available logs:\n${noise}\u001B[31mlast words\u001B[0m\n${noise}`;
    const failed = ended({ status: 'FAILED', message });
    assert.match(failed.message, /: last words\.$/);
    assertReadable(failed);
  });

  test('shows of a message without an end what fits', () => {
    assertReadable(ended({ status: 'FAILED', message: 'word '.repeat(4000) }));
  });
});

test('a job that never started says for how long, and Ray’s reason', () => {
  const failed = pendingTooLong(job, 120_000, 'It may be waiting for resources.');
  assert.match(failed.message, /never started in 2 min 0 s: It may be waiting for resources\.$/);
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

suite('a driver’s last word', () => {
  const tasks = 2;
  const after = (end: object, ...told: readonly object[]): Failure | undefined => {
    const line = driverLines('n');
    const log = [...told, end].map((one) => line(one)).join('');
    const events = openLogReader('n').read(log);
    const record = { place: job, tasks, events: events.map((event) => ({ event, at: 0 })) };
    return driverFailure(record, events.at(-1) as EventNamed<'end'>);
  };
  const first = [said.cluster, said.started(0, 'a'), said.result(0)];

  test('after every result is no failure', () => {
    assert.equal(after(said.end('ok'), ...first, said.started(1), said.result(1)), undefined);
  });

  test('that all is well, without every result, is not believed', () => {
    assert.equal(after(said.end('ok'), ...first)?.code, 'ray-no-result');
    assert.equal(after(said.end('partial'), ...first)?.code, 'ray-no-result');
  });

  for (const [error, code, sentence] of [
    ['WorkerCrashedError', 'ray-worker-died', /A worker died with task 1 on other/],
    ['NodeDiedError', 'ray-node-died', /A node died with task 1 on other/],
    ['OutOfMemoryError', 'ray-out-of-memory', /no memory left for task 1 on other/],
    ['MemoryError', 'ray-out-of-memory', /no memory left/],
    ['ValueError', 'ray-task-failed', /could not finish task 1 on other: ValueError: bad/],
    ['NoResult', 'ray-task-failed', /could not finish task 1 on other: NoResult: bad/],
  ] as const) {
    test(`after a ${error} names the task, its node and what finished`, () => {
      const failed = after(
        said.end('partial'),
        ...first,
        said.started(1, 'b'),
        said.failed(1, error, 'bad'),
      )!;
      assert.equal(failed.code, code);
      assert.match(failed.message, sentence);
      assert.match(failed.message, /; 1 of 2 tasks finished\.$/);
      assertReadable(failed);
    });
  }

  test('after several failures names the first and counts the others', () => {
    const failed = after(
      said.end('partial'),
      said.failed(1, 'NodeDiedError', 'a long story\nwith lines'),
      said.failed(0, 'ValueError'),
    )!;
    assert.match(failed.message, /task 1 \(NodeDiedError\), and 1 more failed; 0 of 2/);
    assertReadable(failed);
  });

  test('names a node by its number where two share a host', () => {
    const twins = said.cluster.nodes.map((node) => ({ ...node, host: 'same' }));
    const failed = after(
      said.end('partial'),
      { ...said.cluster, nodes: twins },
      said.started(1, 'b'),
      said.failed(1, 'WorkerCrashedError'),
    )!;
    assert.match(failed.message, /task 1 on node bbbbbbbb \(WorkerCrashedError\)/);
  });

  test('of a deadline counts the tasks that had failed before', () => {
    const failed = after(said.end('deadline'), ...first, said.failed(1, 'WorkerCrashedError'))!;
    assert.match(failed.message, /1 of 2 tasks finished, 1 failed\.$/);
  });

  for (const [end, code, sentence] of [
    [said.end('deadline'), 'ray-deadline', /reached its deadline: 1 of 2 tasks finished/],
    [said.end('stopped'), 'ray-stopped-elsewhere', /stopped by someone else/],
    [said.end('error', { reason: 'no-cpus' }), 'ray-no-cpus', /has no CPUs/],
    [
      said.end('error', { reason: 'ConnectionError: no cluster' }),
      'ray-driver-error',
      /failed: ConnectionError: no cluster\.$/,
    ],
    [said.end('error'), 'ray-driver-error', /failed\.$/],
  ] as const) {
    test(`of ${code} is that failure`, () => {
      const failed = after(end, ...first)!;
      assert.equal(failed.code, code);
      assert.match(failed.message, sentence);
      assertReadable(failed);
    });
  }
});
