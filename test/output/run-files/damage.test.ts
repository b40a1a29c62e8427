import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf } from '../../../source/core/report/report-of.ts';
import { reduce } from '../../../source/core/profile/reduce.ts';
import type { Recording } from '../../../source/core/recording/recording.ts';
import { initialState } from '../../../source/core/profile/state.ts';
import { recordingOf } from '../../../source/output/run-files/format.ts';
import { textOfRun } from '../../../source/output/run-files/writing/text-of-run.ts';
import { RunFileError } from '../../../source/output/run-files/run-file-error.ts';
import { resultsPicture } from '../../../source/ui/results/results.ts';
import { seeded } from '../../helpers/numbers/random.ts';
import { randomRun } from '../../helpers/profiles/runs.ts';
import { frameText } from '../../helpers/screens/ui-frames.ts';
import { runScreen } from '../../helpers/screens/ui-states.ts';

type Holder = Record<string, unknown> | unknown[];

const holds = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

/** Paths of all values in a document. */
function* placesIn(holder: Holder): Generator<readonly [Holder, string]> {
  for (const [key, value] of Object.entries(holder)) {
    yield [holder, key];
    if (holds(value)) {
      yield* placesIn(value);
    }
  }
}

const numbers = [0, 1, 2, 0.5, 1e-300, 1000, 65_536, 1e6, 1e8, 1e12, 1e15, -1, -1e15, 1e300];
const texts = [
  '',
  'x',
  'local',
  'ray',
  '__proto__',
  '\u001B[2J\u0007'.repeat(40),
  'é 好'.repeat(99),
];
const others = [null, true, [], {}, [[]], { type: 'pass-started' }];

/** Replaces some values of a document: mostly by values that could be there, sometimes by others, or by none. */
function damage(document: Holder, times: number, random: () => number): void {
  const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const places = [...placesIn(document)];
  for (let time = 0; time < times; time++) {
    const [holder, key] = oneOf(places);
    const value: unknown = Reflect.get(holder, key);
    const how = random();
    if (how < 0.05) {
      Reflect.deleteProperty(holder, key);
    } else if (how < 0.1) {
      Reflect.set(holder, key, oneOf<unknown>([...numbers, ...texts, ...others]));
    } else if (typeof value === 'number') {
      Reflect.set(holder, key, oneOf([...numbers, value * 1e6, value + 1]));
    } else if (typeof value === 'string') {
      Reflect.set(holder, key, oneOf(texts));
    } else if (Array.isArray(value)) {
      value.splice(Math.floor(random() * value.length), 1 + Math.floor(random() * 3));
    }
  }
}

/** Draws the states that its events lead to: some on the way, and the last one. */
function draw({ scene, events }: Recording, columns: number): void {
  let state = scene.reduce(reduce, initialState);
  for (const [index, event] of events.entries()) {
    state = reduce(state, event);
    if (index % 9 > 0 && index < events.length - 1) {
      continue;
    }

    const window = { columns, rows: 16 + (columns % 40) };
    const report = reportOf(state, '1.2.3');
    frameText(runScreen(state, event.at), window);
    if (report) {
      frameText((room, theme) => resultsPicture({ report, listed: false }, room, theme), window);
    }
  }
}

test('of 250 recordings with something wrong in them each is refused with a reason, or can be drawn', async (t) => {
  const random = seeded(7);
  let drawn = 0;
  for (let mutant = 0; mutant < 250; mutant++) {
    const document = JSON.parse(
      [...(await textOfRun(randomRun(mutant % 40)))].join(''),
    ) as Recording;
    damage([document.scene, document.events], 1 + (mutant % 3), random);
    try {
      draw(recordingOf(Buffer.from(JSON.stringify(document))), 60 + (mutant % 100));
      drawn++;
    } catch (error) {
      assert.ok(error instanceof RunFileError, `mutant ${mutant}: ${String(error)}`);
      assert.match(error.message, /^is damaged: [\w.[\]]+ [\w ]+$/);
    }
  }

  t.diagnostic(`${drawn} drawn`);
  assert.ok(drawn > 50 && drawn < 200, `${drawn}`);
});
