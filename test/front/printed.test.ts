import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf } from '../../source/core/report/report-of.ts';
import { jsonOf } from '../../source/output/json.ts';
import { summaryOf } from '../../source/output/summary.ts';
import { printed } from '../../source/front/printed.ts';
import { fakeSession } from '../helpers/session/fake-session.ts';
import { profileStateWith, stateWith } from '../helpers/profiles/profiles.ts';

const state = stateWith({ profile: profileStateWith({ walls: { local: [10], pool: [5] } }) });
const report = reportOf(state, '1.2.3')!;

const text = (given: { readonly json?: boolean; readonly ascii?: boolean }) =>
  printed(fakeSession({ state }), {
    json: false,
    ascii: false,
    ...given,
  });

test('without a profile nothing is printed', () => {
  const options = { json: true, ascii: false };
  assert.equal(printed(fakeSession(), options), '');
});

test('the summary is printed, in ASCII if asked for', () => {
  assert.equal(text({}), summaryOf(report, { ascii: false }));
  assert.equal(text({ ascii: true }), summaryOf(report, { ascii: true }));
  assert.match(text({}), /█/);
  assert.match(text({ ascii: true }), /#/);
});

test('JSON is printed instead of the summary', () => {
  assert.equal(text({ json: true }), jsonOf(report));
  assert.equal(text({ json: true, ascii: true }), jsonOf(report));
});
