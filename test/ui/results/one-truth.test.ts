import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf } from '../../../source/core/report/report-of.ts';
import type { Report } from '../../../source/core/report/report.ts';
import { summaryOf } from '../../../source/output/summary.ts';
import { resultsPicture } from '../../../source/ui/results/results.ts';
import { madeUpState } from '../../helpers/profiles/made-up-profiles.ts';
import { frameText, type Draw } from '../../helpers/screens/ui-frames.ts';

/** Everywhere that one thing is told: the first group of each is its value. */
const things: Readonly<Record<string, readonly RegExp[]>> = {
  'the speed-up': [
    /^P pool +[▓░·]+ .* (\S+)x!?$/gm,
    /(?:wins: |is |measured )(\d\S*)x(?: faster than local| against local)/g,
    /speed-up (\d\S*)x!? /g,
    /^the work +[▓·]* +(\S+)/gm,
    /= (\d\S*) the work/g,
    /(\d\S*) of \d+ workers? did the work/g,
  ],
  'the efficiency': [/efficiency (\S+) %/g],
  'the wall of the pool': [
    /round \d+: local \S+ \w+, pool (\S+ \w+)/g,
    /^P pool +[▓░·]+ +(\S+ \w+)/gm,
  ],
  'the wall of local': [/round \d+: local (\d\S* \w+)/g, /^L local +[█░·]+ +(\S+ \w+)/gm],
  'the round': [/round (\d+): local/g, /^[─ ]*DURATION +round (\d+)/gm],
  'the interval': [/\((\d\S* to \d\S*)\)/g],
  'time handing out': [
    /"handing out",? (?:took )?(\S+) of/g,
    /^handing out +[░·]* +(\S+)/gm,
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

/** The parts of "4 workers = 1.73 the work + 0.19 …" add up in the digits shown. */
function checkSum(summary: string): void {
  for (const [, workers, sum] of summary.matchAll(/^WORKERS +(\d+) workers? = (.*)$/gm)) {
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
  let compared = 0;
  for (let seed = 0; compared < 400; seed++) {
    const report = reportOf(madeUpState(seed), '1.2.3')!;
    if (report.cases.length > 2) {
      continue;
    }

    compared++;
    const summary = summaryOf(report, { ascii: false });
    checkText(summary, `summary ${seed}`);
    checkSum(summary);
    for (const [columns, rows] of [
      [60, 16],
      [80, 24],
      [200, 50],
    ] as const) {
      const frame = plain(frameText(drawn(report), { columns, rows }));
      checkText(`${frame}\n${summary}`, `screen ${seed} at ${columns}x${rows}`);
    }
  }
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
    const texts = `${frame}\n${summaryOf(report, { ascii: false })}`;
    // Warnings name limits, which were not measured.
    const told = texts.split('\n').filter((row) => !row.startsWith('!'));
    assert.doesNotMatch(told.join('\n'), /\dx\b|efficiency \d|Karp/);
  }
});
