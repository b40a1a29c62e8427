import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test } from 'node:test';
import { openEnding, type Ending } from '../../../source/front/ending/ending.ts';
import { handClock } from '../../helpers/profiles/fake-engine.ts';

type Opened = {
  readonly ending: Ending;
  readonly program: EventEmitter;
  readonly stdout: EventEmitter;
  readonly pass: (time: number) => void;
  /** What the ending did: left, or ended with a code. */
  readonly done: readonly string[];
};

/** An ending whose screen is open, in a program that is only asked to end. */
function opened({ isTTY = true, outlives = false } = {}): Opened {
  const done: string[] = [];
  const stdout = Object.assign(new EventEmitter(), { isTTY });
  const program = Object.assign(new EventEmitter(), {
    stdout,
    stderr: Object.assign(new EventEmitter(), { write: (text: string) => done.push(text) }),
    platform: process.platform,
    env: {},
    getActiveResourcesInfo: () => [],
    exit: (code: number) => done.push(`exit ${code}`),
  });
  const clock = handClock();
  // These are the members that an ending uses.
  const ending = openEnding(program as unknown as NodeJS.Process, {
    now: clock.now,
    outlivesHangUp: () => outlives,
  });
  ending.leaveBy(() => done.push('left'));
  return { ending, program, stdout, pass: clock.advance, done };
}

const gone = Object.assign(new Error('write EIO'), { code: 'EIO' });

test('Ctrl+Break on Windows is an end like Ctrl+C', () => {
  const { ending, program, done } = opened();
  program.emit('SIGBREAK', 'SIGBREAK');
  assert.deepEqual([ending.interruption(), done], ['SIGINT', ['left']]);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} twice at once, as a program that passes it on sends it, is one interruption`, () => {
    const { ending, program, pass, done } = opened();
    program.emit(signal, signal);
    pass(20);
    program.emit(signal, signal);
    assert.deepEqual([ending.interruption(), done], [signal, ['left']]);
  });

  test(`a second ${signal} later ends the program at once`, () => {
    const { program, pass, done } = opened();
    program.emit(signal, signal);
    pass(300);
    program.emit(signal, signal);
    assert.deepEqual(done, ['left', signal === 'SIGINT' ? 'exit 130' : 'exit 143']);
  });
}

test('Ctrl+C twice as keys ends the program at once', () => {
  const { ending, done } = opened();
  ending.interrupt('SIGINT');
  ending.interrupt('SIGINT');
  assert.deepEqual(done, ['left', 'exit 130']);
});

test('however often it is told, and by whomever, that the terminal has gone, it is one end in good order', () => {
  const { ending, program, stdout, pass, done } = opened();
  for (let times = 0; times < 3; times++) {
    program.emit('SIGHUP', 'SIGHUP');
    stdout.emit('error', gone);
    pass(1000);
  }

  assert.deepEqual([ending.interruption(), done], ['SIGHUP', ['left']]);
});

test('a terminal that takes no more has gone, whatever the error, and even where no signal comes', () => {
  for (const code of ['EIO', 'EPIPE', 'ENXIO']) {
    const { ending, stdout, done } = opened();
    stdout.emit('error', Object.assign(new Error(code), { code }));
    assert.deepEqual([ending.interruption(), done], ['SIGHUP', ['left']], code);
  }
});

test('SIGHUP after another signal hurries nobody, as where a session ends with both', () => {
  const { ending, program, pass, done } = opened();
  program.emit('SIGTERM', 'SIGTERM');
  pass(1000);
  program.emit('SIGHUP', 'SIGHUP');
  assert.deepEqual([ending.interruption(), done], ['SIGTERM', ['left']]);
});

test('a run that outlives its terminal takes no notice of SIGHUP, and can be interrupted as ever', () => {
  const { ending, program, done } = opened({ isTTY: false, outlives: true });
  program.emit('SIGHUP', 'SIGHUP');
  assert.deepEqual([ending.interruption(), done], [undefined, []]);
  program.emit('SIGINT', 'SIGINT');
  assert.deepEqual([ending.interruption(), done], ['SIGINT', ['left']]);
});

test('a disk that fails under the output is no terminal that has gone', () => {
  const { ending, stdout, done } = opened({ isTTY: false });
  stdout.emit('error', gone);
  assert.equal(ending.interruption(), undefined);
  assert.match(done.join('\n'), /Standard output cannot take more \(write EIO\)\. .*\n\nexit 1$/);
});
