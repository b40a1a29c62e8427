import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf } from '../../../source/core/report/report-of.ts';
import { jsonOf } from '../../../source/output/json.ts';
import type { Session } from '../../../source/core/session/session.ts';
import type { OutputName } from '../../../source/output/formats.ts';
import { summaryOf } from '../../../source/output/summary/summary.ts';
import { lastWords } from '../../../source/front/ending/last-words.ts';
import { fakeSession } from '../../helpers/session/fake-session.ts';
import { profileStateWith, stateWith } from '../../helpers/profiles/profiles.ts';

const state = stateWith({ profile: profileStateWith({ walls: { local: [10], pool: [5] } }) });
const report = reportOf(state, '1.2.3')!;

type Given = {
  readonly session?: Session;
  readonly output?: OutputName;
  readonly ascii?: boolean;
};

const text = ({ session = fakeSession({ state }), output = 'summary', ascii = false }: Given) =>
  [...lastWords({ session, output, paper: { ascii }, cast: undefined, seen: false })].join('');

test('without a profile nothing is printed', () => {
  assert.equal(text({ session: fakeSession(), output: 'json' }), '');
});

test('the summary is printed, in ASCII if asked for', () => {
  assert.equal(text({}), summaryOf(report, { ascii: false }));
  assert.equal(text({ ascii: true }), summaryOf(report, { ascii: true }));
  assert.match(text({}), /▇/);
  assert.match(text({ ascii: true }), /={20}/);
});

test('JSON is printed instead of the summary', () => {
  assert.equal(text({ output: 'json' }), [...jsonOf(report)].join(''));
  assert.equal(text({ output: 'json', ascii: true }), [...jsonOf(report)].join(''));
});

test('a note below the summary is no wider than the terminal either', () => {
  const note = 'Recorded on 2026-11-23: nothing was measured here.';
  const printed = [
    ...lastWords({
      session: fakeSession({ state }),
      output: 'summary',
      paper: { ascii: false, columns: 40 },
      cast: undefined,
      seen: true,
      note,
    }),
  ].join('');
  assert.ok(printed.endsWith('\nRecorded on 2026-11-23: nothing was\nmeasured here.\n'));
});
