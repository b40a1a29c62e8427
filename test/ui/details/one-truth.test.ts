import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf } from '../../../source/core/report/report-of.ts';
import type { State } from '../../../source/core/profile/state.ts';
import { widthOf } from '../../../source/core/text/cells.ts';
import { percent, ratio } from '../../../source/core/text/format.ts';
import { speedText } from '../../../source/core/text/speed.ts';
import { pagesOf, type DetailsPage } from '../../../source/ui/details/pages.ts';
import { madeUpState } from '../../helpers/profiles/made-up-profiles.ts';
import { detailsScreen } from '../../helpers/screens/details-screens.ts';
import { rowsOf } from '../../helpers/screens/ui-frames.ts';

const sizes = [
  [60, 16],
  [80, 24],
  [200, 50],
] as const;

const textOf = (state: State, page: DetailsPage): string =>
  rowsOf(detailsScreen(state, page), { columns: 120, rows: 200 }).join('\n');

test('the pages of 300 made-up runs say what their report says, each thing once', () => {
  let compared = 0;
  for (let seed = 0; compared < 300; seed++) {
    const state = madeUpState(seed);
    const report = reportOf(state, '1.2.3')!;
    const found = report.cases.filter(({ speedup }) => speedup);
    const [one] = found;
    if (found.length !== 1 || !one?.speedup || !one.budget) {
      continue;
    }

    compared++;
    const { speedup, efficiency = 0, pop } = one;
    const [rounds, accounting] = [textOf(state, 'rounds'), textOf(state, 'accounting')];
    const said = ratio(speedup.value);
    assert.match(rounds, new RegExp(String.raw`^│ +${speedup.round} .* ${said} ◄`, 'm'));
    assert.ok(
      rounds.includes(speedText(speedup.value)) || /the same|cannot tell/.test(rounds),
      rounds,
    );
    assert.match(accounting, new RegExp(`the work +${said.replace('.', String.raw`\.`)} `));
    assert.ok(accounting.includes(`in round ${speedup.round}, `), accounting);
    assert.match(accounting, new RegExp(`efficiency +${percent(efficiency)} `));
    assert.equal(percent(pop?.efficiency ?? efficiency), percent(efficiency));
  }
});

test('no row of any page is wider than its window, and every page has its first row', () => {
  for (let seed = 0; seed < 60; seed++) {
    const state = madeUpState(seed);
    for (const page of pagesOf({ profile: state.profile! })) {
      for (const [columns, rows] of sizes) {
        const drawn = rowsOf(detailsScreen(state, page), { columns, rows });
        assert.ok(
          drawn.every((row) => widthOf(row) === columns - 1),
          `${seed} ${page} ${columns}x${rows}`,
        );
        assert.equal(drawn.length, rows - 1);
        assert.match(drawn[1]!, /^├─ [A-Z]/);
      }
    }
  }
});
