import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Plan } from '../../../source/core/plan/plan.ts';
import { reportOf } from '../../../source/core/report/report-of.ts';
import { themeOf } from '../../../source/ui/canvas/theme.ts';
import { onResults } from '../../../source/ui/results/results-controls.ts';
import { resultsPicture } from '../../../source/ui/results/results.ts';
import type { KeyPress } from '../../../source/ui/input/keys.ts';
import { profileStateWith, settingsWith } from '../../helpers/profiles/profiles.ts';
import { fakeSession } from '../../helpers/session/fake-session.ts';
import { keysText } from '../../helpers/screens/ui-frames.ts';
import { win } from '../../helpers/screens/answers.ts';
import { sessionState } from '../../helpers/screens/ui-states.ts';

const walls = { local: [1000, 1000, 1000], pool: [500, 500, 500] };

/** What a key on the results does. */
function pressed(key: KeyPress, after = 1000): readonly unknown[] {
  const state = sessionState(2, { profile: profileStateWith({ walls, plan: { rounds: 3 } }) });
  const done: unknown[] = [];
  const session = fakeSession({ state });
  session.clock.advance(after);
  onResults(
    {
      session,
      state,
      form: { latest: () => ({ settings: settingsWith() }) },
      profiler: {
        start: ({ workload }) => done.push(['start', workload]),
        again: ({ rounds, passes }: Plan) => done.push(['again', rounds, passes.length]),
      },
      changeSize: (arrow) => done.push(arrow),
      toSetup: () => done.push('setup'),
      historyActions: { show: () => done.push('history') },
      openTimeline: () => done.push('timeline'),
      openDetails: () => done.push('details'),
      quit: () => done.push('quit'),
    },
    key,
  );
  return done;
}

test('enter runs the plan again, and + with twice the rounds', () => {
  assert.deepEqual(pressed('enter'), [['again', 3, 6]]);
  assert.deepEqual(pressed('+'), [['again', 6, 12]]);
});

test('arrows and escape lead to the setup, with another size and with the same', () => {
  assert.deepEqual(pressed('left'), ['left']);
  assert.deepEqual(pressed('right'), ['right']);
  assert.deepEqual(pressed('escape'), ['setup']);
});

test('an escape too many after a cancelled run does not leave its results', () => {
  assert.deepEqual(pressed('escape', 300), []);
});

test('the row of keys names those that work', () => {
  assert.equal(
    keysText(win, { columns: 100 }),
    'enter again  ←/→ size  + 10 rounds  m memory check  g timeline  d details  ? help  q quit',
  );
});

test('a key that does nothing on a saved run has no colour', () => {
  const state = sessionState(2, { profile: profileStateWith({ walls, plan: { rounds: 3 } }) });
  const report = reportOf(state, '1.2.3')!;
  const tonesOf = (runs: boolean) => {
    const { zones } = resultsPicture(
      { report, listed: true, runs },
      { columns: 80, rows: 24 },
      themeOf(false),
    );
    const [next] = [zones['next']!].flat();
    return next!.variants[0]!.lines.flat().flatMap(({ text, tone }) =>
      text.trim() === '+' ? [tone] : [],
    );
  };
  assert.deepEqual([tonesOf(true), tonesOf(false)], [['key'], ['quiet']]);
});
