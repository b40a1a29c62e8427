import assert from 'node:assert/strict';
import { test } from 'node:test';
import { progressLines } from '../../source/session/progress-lines.ts';
import { fakeSession } from '../helpers/fake-session.ts';
import { crash, finished, passOf, planWith } from '../helpers/profiles.ts';

const plan = planWith({ repeats: 2 });

function listening() {
  const session = fakeSession();
  const lines: string[] = [];
  const stop = progressLines(session, (line) => void lines.push(line));
  return { session, lines, stop };
}

test('a line tells of each warm-up and of each pass that ended', () => {
  const { session, lines } = listening();
  session.tell({ type: 'load-sampled', load: [] });
  session.tell({ type: 'profile-started', plan, startedAt: '' });
  for (const id of ['local', 'pool']) {
    session.tell({ type: 'warm-up-started', case: id });
    session.tell({ type: 'load-sampled', load: [] });
    session.tell({ type: 'case-warmed', case: id, coldStart: 5 });
  }

  const [first, second, third, last] = plan.passes;
  session.tell({ type: 'pass-started', pass: first! });
  session.tell({ type: 'workers-sampled', workers: [] });
  session.tell({ type: 'pass-finished', pass: first!, outcome: finished(first!, 1800) });
  session.tell({ type: 'pass-finished', pass: second!, outcome: finished(second!, 484) });
  session.tell({
    type: 'pass-finished',
    pass: third!,
    outcome: { status: 'failed', failure: crash },
  });
  session.tell({ type: 'pass-finished', pass: last!, outcome: { status: 'cancelled' } });
  session.tell({ type: 'profile-finished', interrupted: true });

  assert.deepEqual(lines, [
    'warming up local',
    'warming up pool',
    '1/4   round 1   local   1.80 s',
    '2/4   round 1   pool   484 ms',
    '3/4   round 2   pool   failed: pool: worker 2 died.',
    '4/4   round 2   local   cancelled',
  ]);
});

test('after the end nothing is said', () => {
  const { session, lines, stop } = listening();
  session.tell({ type: 'profile-started', plan, startedAt: '' });
  stop();
  const pass = passOf(plan, 'local');
  session.tell({ type: 'pass-finished', pass, outcome: finished(pass, 10) });
  assert.deepEqual(lines, []);
});
