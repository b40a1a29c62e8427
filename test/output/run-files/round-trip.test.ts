import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf } from '../../../source/core/report/report-of.ts';
import { reduce } from '../../../source/core/profile/reduce.ts';
import { initialState, type State } from '../../../source/core/profile/state.ts';
import type { Recording } from '../../../source/core/recording/recording.ts';
import { recordingOf, type Run } from '../../../source/output/run-files/format.ts';
import { textOfRun } from '../../../source/output/run-files/writing/text-of-run.ts';
import { resultsPicture } from '../../../source/ui/results/results.ts';
import { frameText, type Draw } from '../../helpers/screens/ui-frames.ts';
import { runScreen } from '../../helpers/screens/ui-states.ts';
import { randomRun } from '../../helpers/profiles/runs.ts';

const resultsScreen =
  (state: State): Draw =>
  (room, theme) =>
    resultsPicture({ report: reportOf(state, '1.2.3')!, listed: false }, room, theme);

/** The states after every event. */
function* played({ scene, events }: Recording) {
  let state = scene.reduce(reduce, initialState);
  for (const event of events) {
    state = reduce(state, event);
    yield { state, at: event.at };
  }
}

const stateOf = ({ scene, events }: Recording) =>
  [...scene, ...events].reduce(reduce, initialState);

test('at every event of 20 made-up profiles, one that was written and read gives the screens that there were', async () => {
  for (let seed = 0; seed < 20; seed++) {
    const { states, ...run } = randomRun(seed);
    const read = recordingOf(Buffer.from([...(await textOfRun(run))].join('')));
    const moments = [...played(read)];
    const columns = 60 + ((seed * 7) % 80);
    for (const [index, { state, at }] of moments.entries()) {
      const live = states[index]!;
      const where = `seed ${seed}, event ${index}`;
      for (const draw of [resultsScreen, (one: State) => runScreen(one, at)]) {
        const window = { columns, rows: 40, ascii: seed % 2 === 0 };
        assert.equal(frameText(draw(state), window), frameText(draw(live), window), where);
      }
    }

    const end = stateOf(read);
    assert.deepEqual(end, states.at(-1));
    assert.deepEqual(reportOf(end, '1.2.3'), run.report);
  }
});

test('a run file is one JSON document with the report in it, but for the spans, which its events have', async () => {
  const { recording, report } = randomRun(1);
  const document = JSON.parse([...(await textOfRun({ recording, report }))].join('')) as Run & {
    format: string;
  };
  const passes = report.passes.map((pass) => ({ ...pass, spans: undefined }));
  assert.deepEqual(document.report, JSON.parse(JSON.stringify({ ...report, passes })));
  assert.equal(document.format, 'fibtui run');
});

test('while the text of a long run is made, the event loop turns', async () => {
  const { recording, report } = randomRun(1);
  const [started, ...others] = recording.events;
  const last = others.at(-1).at;
  const samples = others.filter(({ type }) => type.endsWith('-sampled'));
  const many = Array.from({ length: 2e6 / JSON.stringify(samples).length + 1 }, (_, round) =>
    samples.map((event) => ({ ...event, at: event.at + round * last })),
  ).flat();
  let turned = false;
  setImmediate(() => {
    turned = true;
  });
  const text = await textOfRun({ recording: { ...recording, events: [started, ...many] }, report });
  assert.ok(turned);
  assert.equal((JSON.parse([...text].join('')) as Recording).events.length, many.length + 1);
});
