import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf } from '../../../source/core/report/report-of.ts';
import type { Report } from '../../../source/core/report/report.ts';
import { detailsOf, sentencesOf } from '../../../source/output/sentences.ts';
import { spoken } from '../../../source/output/spoken.ts';
import { summaryOf } from '../../../source/output/summary/summary.ts';
import { resultsPicture } from '../../../source/ui/results/results.ts';
import { madeUpState } from '../../helpers/profiles/made-up-profiles.ts';
import { frameText, type Draw } from '../../helpers/screens/ui-frames.ts';

/** Everywhere that one thing is told: the first group of each is its value. */
const things: Readonly<Record<string, readonly RegExp[]>> = {
  'the speed-up': [
    /workers?: +▲? ?(\d\S*) times as fast/g,
    / is (\d\S*) times as fast as local/g,
    /^ {2}pool +\S+ m?s +▇+ +(?:▲ )?(\d\S*) times as fast/gm,
    /^ *the work +■* +(\S+)/gm,
    /= (\d\S*) the work/g,
    /(\d\S*) of \d+ workers? (?:did the work|were at work)/g,
  ],
  'the wall of the pool': [/^ {2}pool +(\d\S* m?s) {3}▇/gm, /^ *pool .*?(\S+ m?s)$/gm],
  'the wall of local': [/^ {2}local +(\d\S* m?s) {3}▇/gm, /^ *local .*?(\S+ m?s)$/gm],
  'the round': [/In round (\d+), which/g, /^ *round (\d+)(?:, which|   •|$)/gm],
  'the interval': [/sure: (\d\S* to \d+(?:\.\d+)?)/g, /\((\d\S* to \d\S*?)[,)]/g],
  'time handing out': [
    /"handing out",? \(?(?:took |cost )?(\S+) of/g,
    /^ *handing out +■* +(\S+)/gm,
    /([+-] \S+) handing out/g,
  ],
};

const valuesOf = (text: string, patterns: readonly RegExp[]): ReadonlySet<string> =>
  new Set(
    patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(([, value]) => value!.replace('+ ', '').replace('- ', '-')),
    ),
  );

/** Rows without the frame; sentences that were wrapped in one row. */
const plain = (frame: string): string =>
  frame
    .split('\n')
    .map((row) => row.replace(/^[│├] ?/, '').replace(/ *[│┤]$/, ''))
    .join('\n');

function checkText(text: string, where: string): void {
  for (const [name, patterns] of Object.entries(things)) {
    const values = valuesOf(text, patterns);
    assert.ok(values.size <= 1, `${where}: ${name} is ${[...values].join(' and ')}\n${text}`);
  }
}

const bar = (name: string): RegExp => new RegExp(`^ *${name}  .*?(\\S+) (m?s)$`, 'm');

/** Who divides the two durations finds the speed-up, as exactly as they are printed. */
function checkQuotient(frame: string, where: string): boolean {
  const [, speedup] = /workers?: +▲? ?(\d\S*) times as fast/.exec(frame) ?? [];
  const walls = ['local', 'pool'].map((name) => bar(name).exec(frame.replaceAll(/ +$/gm, '')));
  if (speedup === undefined) {
    return false;
  }

  const [local, pool] = walls.map((found) => Number(found?.[1]));
  assert.equal(walls[0]?.[2], walls[1]?.[2], where);
  // Three digits, or two in a unit that is too large for the shorter one.
  const digits = (text = '') => text.replace(/^0\.0*/, '').replace('.', '').length;
  const exact = walls.reduce((sum, found) => sum + 0.51 / 10 ** (digits(found?.[1]) - 1), 0.01);
  assert.ok(
    Math.abs(local! / pool! / Number(speedup) - 1) <= exact,
    `${where}: ${local} over ${pool} is not ${speedup}\n${frame}`,
  );
  return true;
}

/** The parts of "4 workers = 1.73 the work + 0.19 …" add up in the digits shown. */
function checkSum({ cases }: Report, summary: string): void {
  const sums = [
    ...summary.replaceAll(/\n +(?=[+-])/g, ' ').matchAll(/^ +(\d+) workers? = (.*)$/gm),
  ];
  assert.equal(sums.length, cases.filter(({ budget }) => budget).length, summary);
  for (const [, workers, sum] of sums) {
    const terms = [...sum!.matchAll(/(?:^|([+-]) )(\d[\d.]*) [a-z]/g)];
    const decimals = terms[0]![2]!.split('.')[1]?.length ?? 0;
    const units = terms.reduce(
      (total, [, sign, value]) =>
        total + (sign === '-' ? -1 : 1) * Math.round(Number(value) * 10 ** decimals),
      0,
    );
    assert.equal(units, Number(workers) * 10 ** decimals, sum);
  }
}

const drawn =
  (report: Report): Draw =>
  (room, theme) =>
    resultsPicture({ report, listed: true }, room, theme);

test('no page and no summary of 400 made-up profiles gives two values for one thing', () => {
  let [compared, divided] = [0, 0];
  for (let seed = 0; compared < 400; seed++) {
    const report = reportOf(madeUpState(seed), '1.2.3')!;
    if (report.cases.length > 2) {
      continue;
    }

    compared++;
    const sentences = spoken([...sentencesOf(report), ...detailsOf(report)], { ascii: false });
    const summary = `${summaryOf(report, { ascii: false })}${sentences}`;
    checkText(summary, `summary ${seed}`);
    checkSum(report, summary);
    for (const [columns, rows] of [
      [60, 16],
      [80, 24],
      [200, 50],
    ] as const) {
      const frame = plain(frameText(drawn(report), { columns, rows }));
      checkText(`${frame}\n${summary}`, `screen ${seed} at ${columns}x${rows}`);
      divided += checkQuotient(frame, `screen ${seed} at ${columns}x${rows}`) ? 1 : 0;
    }
  }

  assert.ok(divided > 100, `only ${divided} pages had a speed-up to compare`);
});

test('a single round draws no factor', () => {
  let single = 0;
  for (let seed = 0; single < 50; seed++) {
    const report = reportOf(madeUpState(seed), '1.2.3')!;
    if (
      report.verdict.comparisons.length === 0 ||
      report.verdict.comparisons.some(({ pairs }) => pairs > 1)
    ) {
      continue;
    }

    single++;
    const frame = plain(frameText(drawn(report), { columns: 200, rows: 50 }));
    const told = spoken([...sentencesOf(report), ...detailsOf(report)], { ascii: false });
    assert.doesNotMatch(
      `${frame}\n${summaryOf(report, { ascii: false })}\n${told}`,
      /\dx\b|\d ×|times as (?:fast|slow)|% (?:faster|slower)|efficiency \d|Karp/,
    );
  }
});
