import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allTasksIn } from '../../../source/core/plan/ray-text.ts';
import { caseOf, type Plan, type PlannedPass } from '../../../source/core/plan/plan.ts';
import { printRounds, rewriteRow, showProgress } from '../../../source/front/progress/progress.ts';
import { crash, finished, passOf, planWith } from '../../helpers/profiles/profiles.ts';
import { fakeSession, type FakeSession } from '../../helpers/session/fake-session.ts';

const plan = planWith({ rounds: 4 });

/** A terminal that keeps its rows, as far as carriage returns and line breaks make them. */
function paper(columns = 80) {
  const rows = [''];
  let column = 0;
  return {
    columns,
    rows: () => rows.map((row) => row.trimEnd()),
    write(text: string) {
      for (const character of text) {
        if (character === '\n') {
          rows.push('');
        } else if (character !== '\r') {
          const row = rows.at(-1) ?? '';
          rows[rows.length - 1] = row.slice(0, column) + character + row.slice(column + 1);
        }

        column = '\r\n'.includes(character) ? 0 : column + 1;
      }

      return true;
    },
  };
}

function play(session: FakeSession, played: Plan, { wall, passes }: Played): void {
  for (const pass of passes) {
    session.tell({ type: 'pass-started', pass });
    session.clock.advance(wall);
    session.tell({ type: 'pass-finished', pass, outcome: finished(caseOf(played, pass), wall) });
  }
}

type Played = { readonly wall: number; readonly passes: readonly PlannedPass[] };

test('on a terminal one row says how far the run is', () => {
  const session = fakeSession();
  const terminal = paper();
  rewriteRow(session, terminal);
  assert.deepEqual(terminal.rows(), ['calibrating']);
  session.tell({ type: 'profile-started', plan, startedAt: '' });
  session.tell({ type: 'warm-up-started', case: 'pool' });
  assert.deepEqual(terminal.rows(), ['warming up pool']);
  play(session, plan, { wall: 3000, passes: plan.passes.slice(0, 5) });
  session.tell({ type: 'pass-started', pass: plan.passes[5]! });
  session.clock.advance(1000);
  session.tell({ type: 'workers-sampled', workers: [] });
  assert.deepEqual(terminal.rows(), ['round 3 of 4   pool   67 %   16 s gone   about 8 s left']);
});

test('a start that waits for a quiet machine says so', () => {
  const session = fakeSession();
  const terminal = paper();
  rewriteRow(session, terminal);
  session.tell({ type: 'quiet-awaited', most: 60_000 });
  assert.equal(terminal.rows().at(-1), 'waiting until the machine is quiet');
  session.tell({ type: 'quiet-wait-ended' });
  assert.equal(terminal.rows().at(-1), 'calibrating');
});

test('what must not be missed stays above the row, and the row goes at the end', () => {
  const session = fakeSession();
  const terminal = paper();
  const stop = rewriteRow(session, terminal);
  session.tell({ type: 'profile-started', plan, startedAt: '' });
  const pass = passOf(plan, 'pool');
  session.tell({ type: 'pass-started', pass });
  session.tell({ type: 'pass-finished', pass, outcome: { status: 'failed', failure: crash } });
  assert.deepEqual(terminal.rows(), [
    '! round 1, pool failed: pool: worker 2 died.',
    'round 1 of 4   pool   0 %   0 s gone',
  ]);
  stop();
  session.tell({ type: 'warm-up-started', case: 'pool' });
  assert.deepEqual(terminal.rows(), ['! round 1, pool failed: pool: worker 2 died.', '']);
});

test('where the row is too narrow the time left stays longest', () => {
  const rowIn = (columns: number) => {
    const session = fakeSession();
    const terminal = paper(columns);
    session.tell({ type: 'profile-started', plan, startedAt: '' });
    play(session, plan, { wall: 3000, passes: plan.passes.slice(0, 5) });
    session.tell({ type: 'pass-started', pass: plan.passes[5]! });
    rewriteRow(session, terminal);
    return terminal.rows().at(-1);
  };
  assert.deepEqual([80, 50, 40, 30].map(rowIn), [
    'round 3 of 4   pool   63 %   15 s gone   about 9 s left',
    'round 3 of 4   pool   63 %   about 9 s left',
    'round 3 of 4   pool   about 9 s left',
    'round 3 of 4   pool',
  ]);
});

test('what stays above the row is broken between words', () => {
  const session = fakeSession();
  const terminal = paper(30);
  rewriteRow(session, terminal);
  session.tell({ type: 'profile-started', plan, startedAt: '' });
  const pass = passOf(plan, 'pool');
  session.tell({ type: 'pass-finished', pass, outcome: { status: 'failed', failure: crash } });
  assert.deepEqual(terminal.rows().slice(0, 2), [
    '! round 1, pool failed:',
    '  pool: worker 2 died.',
  ]);
});

test('on a terminal of continuous integration each round has a line, as in any log', () => {
  const session = fakeSession();
  const stderr = { ...paper(), isTTY: true };
  const program = (env: NodeJS.ProcessEnv) =>
    ({ stderr, env }) as unknown as Pick<NodeJS.Process, 'stderr' | 'env'>;
  const stop = showProgress(session, program({ CI: 'true' }));
  assert.deepEqual(stderr.rows(), ['']);
  stop();
  showProgress(session, program({}));
  assert.deepEqual(stderr.rows(), ['calibrating']);
});

test('on a narrow terminal the row is cut, never wrapped', () => {
  const session = fakeSession();
  const terminal = paper(20);
  rewriteRow(session, terminal);
  session.tell({ type: 'profile-started', plan, startedAt: '' });
  session.tell({ type: 'pass-started', pass: plan.passes[0]! });
  assert.deepEqual(terminal.rows(), ['round 1 of 4   loca']);
});

test('a pass on Ray says its phase, but not that it runs', () => {
  const onRay = planWith({ engines: ['local', 'ray'], rounds: 2 });
  const session = fakeSession();
  const terminal = paper();
  rewriteRow(session, terminal);
  session.tell({ type: 'profile-started', plan: onRay, startedAt: '' });
  session.tell({ type: 'pass-started', pass: passOf(onRay, 'ray') });
  const seen = (['pending', 'running', 'stopping'] as const).map((phase) => {
    session.clock.advance(1000);
    session.tell({ type: 'phase-changed', phase });
    session.tell({ type: 'phase-noted', note: allTasksIn });
    return terminal.rows().at(-1)?.split('   ')[1];
  });
  assert.deepEqual(seen, ['ray: pending', 'ray', 'ray: stopping the job on the cluster']);
});

test('elsewhere a line says that a round ended, at most one in ten seconds', () => {
  const session = fakeSession();
  const lines: string[] = [];
  const stop = printRounds(session, (line) => void lines.push(line));
  session.tell({ type: 'profile-started', plan, startedAt: '' });
  play(session, plan, { wall: 3000, passes: plan.passes.slice(0, 7) });
  assert.deepEqual(lines, ['round 2 of 4: pool 3.00 s, local 3.00 s; about 12 s left']);
  play(session, plan, { wall: 6000, passes: plan.passes.slice(7) });
  assert.deepEqual(lines.slice(1), ['round 4 of 4: pool 3.00 s, local 6.00 s']);
  stop();
  session.tell({ type: 'profile-finished', interrupted: false });
  assert.equal(lines.length, 2);
});

test('a run that is over before prints nothing', () => {
  const session = fakeSession();
  const lines: string[] = [];
  printRounds(session, (line) => void lines.push(line));
  session.tell({ type: 'profile-started', plan, startedAt: '' });
  play(session, plan, { wall: 1000, passes: plan.passes });
  session.tell({ type: 'profile-finished', interrupted: false });
  assert.deepEqual(lines, []);
});

test('a cluster that is not there is reported before the first round, once', () => {
  const session = fakeSession();
  const lines: string[] = [];
  printRounds(session, (line) => void lines.push(line));
  const withRay = planWith({ rounds: 1, engines: ['local', 'ray'] });
  const missed = { type: 'cluster-missed', target: withRay.ray!.target, failure: crash } as const;
  session.tell(missed);
  assert.deepEqual(lines, []);
  session.tell({ type: 'profile-started', plan: withRay, startedAt: '' });
  session.tell(missed);
  const said =
    '! pool: worker 2 died. Run it again with fewer workers. The rounds of Ray will fail.';
  assert.deepEqual(lines, [said]);
  play(session, withRay, { wall: 1000, passes: withRay.passes });
  session.tell({ type: 'profile-finished', interrupted: false });
  assert.deepEqual(lines, [said]);
});

test('elsewhere a line says that the cluster does not answer', () => {
  const onRay = planWith({ engines: ['local', 'ray'], rounds: 2 });
  const session = fakeSession();
  const lines: string[] = [];
  printRounds(session, (line) => void lines.push(line));
  session.tell({ type: 'profile-started', plan: onRay, startedAt: '' });
  session.tell({ type: 'pass-started', pass: passOf(onRay, 'ray') });
  session.tell({ type: 'contact-lost', silent: 3000, patience: 120_000 });
  assert.deepEqual(lines, ['! ray: no answer from the head for 3 s, trying for 117 s more']);
});
