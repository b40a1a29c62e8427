import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spansOf } from '../../source/core/profile/build-spans.ts';
import type { Report } from '../../source/core/report/report.ts';
import { reportOf } from '../../source/core/report/report-of.ts';
import { jsonOf } from '../../source/output/json.ts';
import { profileStateWith, stateWith } from '../helpers/profiles/profiles.ts';
import { randomTasks } from '../helpers/profiles/random-tasks.ts';
import { inRows } from '../helpers/profiles/rows.ts';
import { randomRun } from '../helpers/profiles/runs.ts';

const textOf = (report: Report): string => [...jsonOf(report)].join('');

const walls = { local: [40, 42, 41, 43, 44], pool: [20, 'failed', 'cancelled', 21, 22] } as const;
const report = reportOf(stateWith({ profile: profileStateWith({ walls }) }), '1.2.3')!;

test('JSON reads back as the report, with a row for each task', () => {
  assert.deepEqual(JSON.parse(textOf(report)), inRows(report));
});

test('JSON is the report and nothing else, and ends its line', () => {
  const text = textOf(report);
  assert.ok(text.startsWith('{\n  "version": 2,\n  "fibtui": "1.2.3",\n'));
  assert.ok(text.endsWith('\n}\n'));
});

test('a name from outside stays as it is, and no terminal obeys what is printed of it', () => {
  const cpu = 'a\u001B[2J\u009B1m\u007F \u202E状態\n';
  const made = { ...report, machine: { ...report.machine, cpu } };
  const text = textOf(made);
  assert.equal((JSON.parse(text) as Report).machine.cpu, cpu);
  assert.doesNotMatch(text, /[^\P{Cc}\n]/u);
  assert.match(text, /\u202E状態/);
});

test('the runner of GitHub Actions finds no command in a name from outside', () => {
  const made = { ...report, machine: { ...report.machine, cpu: 'a ##[add-mask]1 #[b ##c' } };
  const text = textOf(made);
  assert.ok(!text.includes('##['));
  assert.ok(text.includes('#[b ##c'));
  assert.equal((JSON.parse(text) as Report).machine.cpu, made.machine.cpu);
});

test('the JSON of 60 made-up reports is, to the byte, that of one that has rows', () => {
  for (let seed = 0; seed < 60; seed++) {
    const { report: made } = randomRun(seed);
    const passes = made.passes.map((pass, index) =>
      pass.status === 'finished' && index % 2 === 0
        ? { ...pass, spans: spansOf(randomTasks(seed + index)) }
        : pass,
    );
    const whole = { ...made, passes };
    assert.equal(textOf(whole), `${JSON.stringify(inRows(whole), undefined, 2)}\n`);
  }
});

test('JSON of many tasks comes in pieces that are worth writing and never long', () => {
  const long = { walls: { local: [40] }, plan: { tasks: 20_000 } } as const;
  const many = reportOf(stateWith({ profile: profileStateWith(long) }), '1.2.3')!;
  const lengths = [...jsonOf(many)].map(({ length }) => length);
  assert.ok(lengths.length > 10);
  assert.ok(lengths.slice(0, -1).every((length) => length > 60_000 && length < 70_000));
});
