import assert from 'node:assert/strict';
import { test } from 'node:test';
import { castFormat } from '../../../source/output/asciicast/format.ts';
import { openRecorder } from '../../../source/output/asciicast/recorder.ts';
import { realTiming } from '../../../source/session/real-timing.ts';
import { mockedTime } from '../../helpers/time/mocked-time.ts';
import { playedOnTheWeb } from '../../helpers/casts/web-player.ts';

for (const version of [2, 3] as const) {
  test(`asciinema's web player shows what was written when it was written, in version ${version}`, async (t) => {
    const { now, pass } = mockedTime(t);
    let cast = '';
    const recorder = openRecorder({
      header: { window: { columns: 80, rows: 24 }, startedAt: 0, environment: {} },
      format: castFormat(version),
      file: { write: (lines) => void (cast += lines), close: () => undefined },
      timing: { ...realTiming, now },
      onFailure: ({ message }) => assert.fail(message),
    });
    await pass(150);
    recorder.write('\u001B[2Jone\ntwo "✓" \u2028\u0085');
    await pass(1250);
    recorder.resize({ columns: 70, rows: 20 });
    recorder.mark('local 1/5');
    recorder.write('three');
    await pass(600_000);
    recorder.mark('verdict');
    await pass(5000);
    recorder.write('four');
    recorder.stand(2000);
    recorder.close(0);
    t.mock.timers.reset();

    assert.deepEqual(await playedOnTheWeb(cast), {
      window: { columns: 80, rows: 24 },
      // Version 2 has no exit code.
      duration: version === 2 ? 606.4 : 608.4,
      markers: [
        [1.4, 'local 1/5'],
        [601.4, 'verdict'],
      ],
      shown: [
        { at: 0.15, code: 'o', data: '\u001B[2Jone\r\ntwo "✓" \u2028\u0085' },
        { at: 1.4, code: 'r', data: '70x20' },
        { at: 1.4, code: 'o', data: 'three' },
        { at: 606.4, code: 'o', data: 'four' },
      ],
    });
  });
}
