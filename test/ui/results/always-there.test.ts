import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { State } from '../../../source/core/profile/state.ts';
import { headlinesOf } from '../../../source/core/report/headline.ts';
import { reportOf } from '../../../source/core/report/report-of.ts';
import { resultsPicture } from '../../../source/ui/results/results.ts';
import { seeded } from '../../helpers/numbers/random.ts';
import { madeUpState } from '../../helpers/profiles/made-up-profiles.ts';
import { rowsOf } from '../../helpers/screens/ui-frames.ts';

/** The same run, stopped after so many of its passes. */
function stoppedAfter(state: State, passes: number): State {
  const { profile } = state;
  return profile && passes < profile.passes.length
    ? {
        ...state,
        profile: {
          ...profile,
          passes: profile.passes.slice(0, passes),
          activity: { type: 'ended', at: 0, interrupted: true },
        },
      }
    : state;
}

/** What a page says, row by row, as one text. */
const wordsOf = (rows: readonly string[]): string =>
  rows
    .slice(1, -2)
    .map((row) => row.slice(1, -2).trim())
    .join(' ')
    .replaceAll(/\s+/g, ' ');

test('the headline and trust stand on the results in every window, in every state', () => {
  const random = seeded(17);
  const outcomes = new Set<string>();
  for (let seed = 0; seed < 800; seed++) {
    const made = madeUpState(seed);
    const state = random() < 0.3 ? stoppedAfter(made, 1 + Math.floor(random() * 12)) : made;
    const report = reportOf(state, '1.2.3')!;
    const columns = random() < 0.5 ? 60 : 60 + Math.floor(random() * 150);
    const rows = random() < 0.5 ? 16 : 16 + Math.floor(random() * 40);
    const frame = rowsOf((room, theme) => resultsPicture({ report, listed: true }, room, theme), {
      columns,
      rows,
    });
    const text = wordsOf(frame);
    const headlines = headlinesOf(report);
    const where = `seed ${seed} at ${columns}x${rows}\n${frame.join('\n')}`;
    assert.match(text, /TRUST (?:─+ )?[✓▲n]/, where);
    for (const { first, against, second, outcome, limit } of headlines) {
      outcomes.add(outcome);
      const [claim, certainty] =
        headlines.length === 1
          ? [first, second]
          : [against.replace(/ so far$/, ''), second.replace(/,.*/, '')];
      assert.ok(text.includes(claim), `${claim} is not on ${where}`);
      assert.ok(text.includes(certainty), `${certainty} is not on ${where}`);
      assert.ok(headlines.length > 1 || text.includes(limit!), `${limit} is not on ${where}`);
    }

    assert.ok(
      headlines.length > 0 || text.includes(report.verdict.sentence),
      `no verdict on ${where}`,
    );
  }

  assert.deepEqual(
    ['faster', 'slower', 'too-few-rounds', 'undecided'].filter((outcome) => !outcomes.has(outcome)),
    [],
  );
});
