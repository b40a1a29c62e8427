import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { openContact } from '../../../../source/engines/ray/contact/contact.ts';
import { EngineError } from '../../../../source/core/failure.ts';
import { failure } from '../../../helpers/ray/fake-ray-jobs.ts';

/** A head that is asked, on a clock that the test moves. */
function startAsking(patience = 120_000) {
  let at = 0;
  const told: (number | undefined)[] = [];
  const contact = openContact({
    now: () => at,
    patience,
    lost: ({ message }) => failure('lost', message),
    onOutage: (outage) => void told.push(outage?.silent),
  });
  return {
    ...contact,
    told,
    wait: (time: number) => void (at += time),
    misses: (code: string) => contact.missed(new EngineError(failure(code))),
    /** Asks once a second, in vain. */
    missFor(seconds: number, code = 'ray-unreachable') {
      for (let second = 0; second < seconds; second++) {
        at += 1000;
        contact.missed(new EngineError(failure(code)));
      }
    },
  };
}

const isLost = { failure: failure('lost', 'It is ray-silent.') };

suite('a head that does not answer', () => {
  test('is asked for as long as there is patience, and then it is lost', () => {
    const head = startAsking();
    head.missFor(119, 'ray-silent');
    assert.throws(() => head.missFor(1, 'ray-silent'), isLost);
  });

  test('is out of touch from its last sign of life to the next, all outages together', () => {
    const head = startAsking();
    head.missFor(5);
    head.heard();
    assert.equal(head.outOfTouch(), 5000);
    head.wait(2000);
    head.heard();
    head.missFor(15);
    head.wait(500);
    head.heard();
    assert.equal(head.outOfTouch(), 20_500);
    assert.deepEqual(head.told, [3000, undefined, 3000, undefined]);
  });

  test('for less than three seconds is not told of', () => {
    const head = startAsking();
    head.missFor(2);
    head.heard();
    assert.deepEqual([head.told, head.outOfTouch()], [[], 0]);
  });

  test('has all its time again after a sign of life', () => {
    const head = startAsking();
    head.missFor(100);
    head.heard();
    head.missFor(119);
    assert.throws(() => head.missFor(1));
  });

  test('is asked for a while where nobody asked before, as after a suspension', () => {
    const head = startAsking();
    head.wait(3_600_000);
    head.missFor(10);
    head.heard();
    head.wait(3_600_000);
    head.missFor(10);
    assert.throws(() => head.missFor(1));
  });

  test('is asked once without patience', () => {
    assert.throws(() => startAsking(0).misses('ray-silent'), isLost);
  });

  test('behind which something else answers for ten seconds is lost', () => {
    const head = startAsking();
    head.missFor(60);
    head.missFor(10, 'ray-not-ray');
    assert.throws(() => head.missFor(1, 'ray-not-ray'));
  });

  test('behind which something else answers now and then is not', () => {
    const head = startAsking();
    for (let turn = 0; turn < 10; turn++) {
      head.missFor(8, 'ray-not-ray');
      head.missFor(1, 'ray-gateway');
    }

    head.heard();
    assert.equal(head.outOfTouch(), 90_000);
  });
});
