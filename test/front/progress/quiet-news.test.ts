import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quietReporter } from '../../../source/front/progress/quiet-news.ts';
import { fakeSession } from '../../helpers/session/fake-session.ts';

const begins = 'waiting until other programs use less than 5 % of the CPUs for 5 s, 60 s at most';

/** The lines about a wait that ends after this time, while others take this share of the CPUs. */
function linesOf(time: number, others?: number): readonly string[] {
  const session = fakeSession();
  const lines: string[] = [];
  const report = quietReporter(session.now);
  session.subscribe(() => void lines.push(...report(session.state())));
  session.tell({ type: 'quiet-awaited', most: 60_000 });
  session.clock.advance(time);
  const otherLoad = others === undefined ? {} : { otherLoad: { others } };
  session.tell({ type: 'load-sampled', load: [], ...otherLoad });
  session.tell({ type: 'quiet-wait-ended' });
  return lines;
}

test('a wait is reported when it begins and when the machine is quiet', () => {
  assert.deepEqual(linesOf(7000, 0.01), [begins, 'the machine is quiet: the run begins']);
});

test('a wait in vain is reported with its reason', () => {
  assert.deepEqual(linesOf(60_000, 0.312), [
    begins,
    '! the machine did not become quiet in 60 s: other programs use 31 % of the CPUs; the run begins anyway',
  ]);
});

test('a wait that was given up is not reported as one in vain', () => {
  assert.deepEqual(linesOf(7000, 0.312), [begins]);
});
