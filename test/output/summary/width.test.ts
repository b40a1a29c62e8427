import assert from 'node:assert/strict';
import { test } from 'node:test';
import stringWidth from 'string-width';
import { reportOf } from '../../../source/core/report/report-of.ts';
import type { Report } from '../../../source/core/report/report.ts';
import { summaryOf } from '../../../source/output/summary/summary.ts';
import { madeUpState } from '../../helpers/profiles/made-up-profiles.ts';
import {
  profileStateWith,
  stateWith,
  type ProfileRequest,
} from '../../helpers/profiles/profiles.ts';
import { randomRun } from '../../helpers/profiles/runs.ts';

const five = (wall: number) => [wall, wall, wall, wall, wall];

const report = (request: ProfileRequest): Report =>
  reportOf(stateWith({ profile: profileStateWith(request) }), '1.2.3')!;

/** What a file, a host or a program may say. */
const foreign = 'a\u001B[2J\u009B1mb\nc\u202Ed 状態フォルダ日本語 Zal\u0301\u0327go '.repeat(4);
const path = `/home/o'neill's folder/${'状態/long-name/'.repeat(9)}bin/python3.12`;
const address = `https://${'ray.'.repeat(20)}example:8265/of/a/proxy`;

const failure = {
  code: 'ray-driver-error',
  message: 'The driver failed.',
  hint: `Look at ${address}.`,
  log: ['Traceback:', 'x'.repeat(300), foreign],
};

const onRay: ProfileRequest = {
  walls: { local: five(1800), pool: five(930), ray: five(9700) },
  plan: {
    workers: 2,
    ray: { at: address, from: '--ray' },
    rayPython: path,
    rayCa: path,
    cluster: { at: address, cpus: 2, here: true },
  },
};

const outcomes: readonly ProfileRequest[] = [
  { walls: { local: five(100), pool: five(50) } },
  { walls: { local: five(100), pool: five(253) } },
  { walls: { local: five(100), pool: five(100) } },
  { walls: { local: [93, 95, 100, 105, 112], pool: five(100) } },
  { walls: { local: [100, 100], pool: [50, 50] } },
  { walls: { local: [754_000], pool: [920_000] } },
  { walls: { local: five(500), pool: five(100) } },
  { walls: { local: five(100), pool: [50, 'cancelled'] }, interrupted: true },
  { walls: { local: five(100), pool: five(50) }, plan: { workers: 1024 } },
  { walls: { local: [100], pool: ['failed'] } },
  { walls: { local: ['failed', 100], pool: [100, 'failed'] } },
];

const manyReports = (): readonly Report[] =>
  [
    ...outcomes.map(report),
    report(onRay),
    report({ ...onRay, walls: { local: [100], ray: [() => ({ status: 'failed', failure })] } }),
    ...Array.from({ length: 20 }, (_, seed) => randomRun(seed).report),
    ...Array.from({ length: 30 }, (_, seed) => reportOf(madeUpState(seed), '1.2.3')!),
  ].flatMap((made) => [made, { ...made, machine: { ...made.machine, cpu: foreign } }]);

test('no line of a summary is wider than its terminal, whatever stands in it', () => {
  for (const made of manyReports()) {
    for (const columns of [40, 41, 59, 60, 79, 80, 81, 120]) {
      const lines = summaryOf(made, { ascii: columns === 59, columns }).split('\n');
      for (const row of lines) {
        assert.ok(stringWidth(row) <= columns, `${columns}: ${row}`);
        assert.doesNotMatch(row, /[\p{C}\p{Zl}\p{Zp}]/u);
      }
    }
  }
});

const endOf = (made: Report, columns: number): readonly string[] => {
  const lines = summaryOf(made, { ascii: false, columns }).trimEnd().split('\n');
  return lines.slice(lines.findLastIndex((line) => line.startsWith('VERDICT ')));
};

test('the verdict on local and pool is the last line, and narrower it breaks between words', () => {
  for (const request of outcomes) {
    const made = report(request);
    const [whole = '', ...more] = endOf(made, 80);
    assert.deepEqual([whole, ...more], [`VERDICT  ${made.verdict.sentence}`]);
    for (const columns of [40, 60]) {
      const joined = endOf(made, columns)
        .map((line) => line.trim())
        .join(' ');
      assert.equal(joined.replace(/ +/, '  '), whole);
    }
  }
});
