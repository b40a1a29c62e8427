import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spansOf } from '../../../source/core/profile/build-spans.ts';
import { timelineExtent } from '../../../source/ui/timeline/timeline-screen.ts';
import { wholePass } from '../../../source/ui/timeline/timeline.ts';
import { type Walls } from '../../helpers/profiles/profiles.ts';
import { seeded } from '../../helpers/numbers/random.ts';
import { spanWith } from '../../helpers/profiles/timelines.ts';
import { rowsOf } from '../../helpers/screens/ui-frames.ts';
import { screen, profileOf } from '../../helpers/screens/timeline-screens.ts';

const random = seeded(11);

const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));

/** Includes passes that only a damaged file can contain. */
function anyPass(): Walls[string][number] {
  const scale = 10 ** between(-3, 7);
  const moment = () => scale * (random() * 1.2 - (random() < 0.1 ? 0.5 : 0));
  const tasks = Array.from({ length: between(0, 200) }, () =>
    spanWith(random() < 0.02 ? between(0, 1e9) : between(0, 300), [moment(), moment()], {
      ...(random() < 0.5 ? { onCpu: moment() } : {}),
      ...(random() < 0.5 ? { waiting: moment(), blocked: moment() } : {}),
      ...(random() < 0.5 ? { node: `node ${between(0, 99)}` } : {}),
    }),
  );
  const outcome = { status: 'finished', wall: scale * random(), spans: spansOf(tasks) } as const;
  return random() < 0.9 ? () => outcome : 'failed';
}

test('a timeline fills any window with any pass, and nothing is wider or higher', () => {
  for (let sample = 0; sample < 200; sample++) {
    const window = {
      columns: between(60, 250),
      rows: between(16, 80),
      ascii: random() < 0.2,
    };
    const profile = profileOf(between(1, random() < 0.5 ? 40 : 1024), 8, { pool: [anyPass()] });
    const zoom = between(0, 12);
    const single = random() < 0.5;
    const view = { zoom, start: random() * (1 - 2 ** -zoom), top: between(0, 40), single };
    const rows = rowsOf(screen(profile, view), window);
    const where = `at ${JSON.stringify(window)}:\n${rows.join('\n')}`;
    assert.equal(rows.length, window.rows - 1, where);
    for (const row of rows) {
      assert.equal(row.length, window.columns - 1, `"${row}" ${where}`);
      assert.ok(!window.ascii || /^[ -~]*$/.test(row), `"${row}" is not ASCII ${where}`);
    }
  }
});

test('every worker stands in one row, wherever it is scrolled to', () => {
  for (let workers = 1; workers <= 200; workers += between(1, 12)) {
    const window = { columns: between(60, 120), rows: between(16, 60) };
    const profile = profileOf(workers, workers);
    const single = random() < 0.5;
    const { rows, lastTop } = timelineExtent(
      { view: { ...wholePass, case: 'pool', single }, profile, now: 0 },
      window,
    );
    const names = Array.from({ length: Math.ceil(lastTop / rows) + 1 }, (_, page) =>
      rowsOf(
        screen(profile, { case: 'pool', top: Math.min(page * rows, lastTop), single }),
        window,
      ),
    )
      .flat()
      .flatMap((row) => /^│ (?:pool)? +w(\d+)(?:-(\d+))? /.exec(row)?.slice(1, 3) ?? [])
      .filter((name) => name !== undefined);
    assert.equal(Number(names[0]), 1);
    assert.equal(Number(names.at(-1)), workers);
    const where = `${workers} workers, ${JSON.stringify(window)}`;
    assert.ok((workers > 32 && !single) || new Set(names).size === workers, where);
  }
});
