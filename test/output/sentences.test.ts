import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf } from '../../source/core/report/report-of.ts';
import { detailsOf, sentencesOf } from '../../source/output/sentences.ts';
import { spoken } from '../../source/output/spoken.ts';
import {
  calibrationWith,
  machineWith,
  profileStateWith,
  stateWith,
  type ProfileRequest,
} from '../helpers/profiles/profiles.ts';

function report(request: ProfileRequest) {
  const profile = profileStateWith(request);
  const calibrations = { list: calibrationWith() };
  const found = reportOf(stateWith({ machine: machineWith(), calibrations, profile }), '1.2.3');
  assert.ok(found);
  return found;
}

const five = (wall: number) => [wall, wall, wall, wall, wall];

const finished: ProfileRequest = {
  walls: { local: [1791, 1800, 1820, 1795, 1805], pool: [482, 484, 487, 483, 485] },
  plan: { size: 50_000, tasks: 200 },
};

test('a run is told as the answer, how sure it is, its largest loss, trust, and what to try', () => {
  assert.deepEqual(sentencesOf(report(finished)), [
    'With 4 workers, pool is 3.72 times as fast as local.',
    'In round 2, which has the middle speed-up, local took 1.80 s and pool 0.48 s.',
    '94 % sure: 3.72 to 3.74.',
    'The limit is 4 times.',
    'The largest loss is "slower or waiting", 0.28 of 4 workers; without it, it would be 4.0 times as fast.',
    'Trust: not known: nothing was sampled around the rounds.',
    'Next: Every task writes 112 MB, and all 4 workers share one memory. To check, answer m: the same run with pair, which uses almost no memory.',
    'VERDICT: pool is 3.72 times as fast as local (3.72 to 3.74, 94 % sure; limit 4).',
  ]);
});

const firstOf = (request: ProfileRequest): string | undefined => sentencesOf(report(request))[0];

test('the first sentence is the answer in every state', () => {
  assert.equal(
    firstOf({ walls: { local: five(100), pool: five(253) } }),
    'With 4 workers, pool is 2.53 times as slow as local.',
  );
  assert.equal(
    firstOf({ walls: { local: [93, 95, 100, 105, 112], pool: five(100) } }),
    'With 4 workers, fibtui cannot tell whether pool is faster than local.',
  );
  assert.equal(
    firstOf({ walls: { local: five(100), pool: five(100) } }),
    'With 4 workers, pool is the same as local, within 5 %.',
  );
  assert.equal(
    firstOf({ walls: { local: [134, 134], pool: [100, 100] } }),
    'With 4 workers, pool is 1.34 times as fast as local so far.',
  );
  assert.equal(
    firstOf({ walls: { local: [2180], pool: [926] } }),
    'With 4 workers, pool took 0.93 s against 2.18 s of local.',
  );
});

test('what failed and that it was stopped are told', () => {
  const request = { walls: { local: [100, 102], pool: ['failed', 'cancelled'] } } as const;
  assert.deepEqual(sentencesOf(report({ ...request, interrupted: true })).slice(0, 2), [
    'Stopped after 1 of 2 rounds: only what had finished counts.',
    'Pool, round 1 failed: pool: worker 2 died. Run it again with fewer workers.',
  ]);
});

test('on Ray the factors are told, and whether it is worth it', () => {
  const sentences = sentencesOf(
    report({
      walls: { local: [1800, 1800], ray: [9700, 9700] },
      plan: { size: 50_000, tasks: 200, cluster: { at: 'http://h:8265', cpus: 2, here: false } },
    }),
  );
  const [answer] = sentences;
  const [, why, question, worth] = sentences.slice(
    sentences.findIndex((text) => text.startsWith('Ray takes')) - 1,
  );
  assert.equal(answer, 'Ray is 5.39 times as slow as local so far.');
  assert.match(
    why ?? '',
    /^Ray takes 5\.39 times as long as local: times [\d.]+ for .*; times [\d.]+ for each task, Python instead of .+\.$/,
  );
  assert.equal(question, 'Is parallelism on Ray worth it?');
  assert.match(worth ?? '', /^(Yes|No): /);
});

test('on request every round is told, where the workers were, and the command', () => {
  const details = detailsOf(report(finished));
  assert.deepEqual(details, [
    'Local: round 1 1.79 s, round 2 1.80 s, round 3 1.82 s, round 4 1.79 s, round 5 1.80 s.',
    'Pool: round 1 482 ms, round 2 484 ms, round 3 487 ms, round 4 483 ms, round 5 485 ms.',
    '4 workers of pool: 3.72 the work; 0.28 slower or waiting, without it 4.0 times as fast.',
    'To run the same again: fibtui --workload list --size 50000 --tasks 200 --engines local,pool --workers 4 --rounds 5',
  ]);
});

test('sentences have rows of their own, as wide as the terminal', () => {
  const text = spoken(['One two three four.', 'Five.'], { ascii: true, columns: 10 });
  assert.equal(text, 'One two\nthree\nfour.\nFive.\n');
  assert.equal(spoken([], { ascii: false }), '');
});
