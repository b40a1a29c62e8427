import assert from 'node:assert/strict';
import { test } from 'node:test';
import stringWidth from 'string-width';
import { diagnosisOf } from '../../source/core/doctor/diagnosis.ts';
import { paletteOf } from '../../source/core/text/palette.ts';
import { diagnosisText } from '../../source/output/diagnosis.ts';
import { factsWith } from '../core/doctor/doctor-facts.ts';

const busy = diagnosisOf(
  factsWith({
    machine: { usable: { count: 4, online: 16, affinity: 16, quota: 4 } },
    state: { otherLoad: { others: 0.5 } },
    samples: [{ during: 500 }],
  }),
);

test('every check is marked, each topic named once, and what is unknown grouped; the answer is last', () => {
  assert.equal(
    diagnosisText(busy, { ascii: false }),
    `fibtui 1.2.3   how far a run on this machine could be trusted

CPUs     ✓ AMD EPYC 9554, 8 cores x 2 threads = 16
         ✓ 4 of 16 CPUs usable (online 16, allowed 16, quota 4)
         ? throttling: there is a quota of 4 CPUs; it shows once tasks run
         ✓ governor performance
Load     ▲ other programs 50 %: they use the CPUs; close them. Add --wait-quiet
           to wait until the machine is quiet.
Memory   ✓ 16.0 GB of memory free of 32.0 GB
Terminal ✓ no terminal: a run starts at once and prints a summary, without
           colours, in UTF-8
Node     ✓ Node 24.21.0
         ✓ CPU time of each task is known
         ✓ time that each task waits for a CPU is known
Python   ✓ Python 3.12.1 with Ray 2.60.0 (/opt/venv/bin/python)
Ray      ? not asked: add --ray URL, or --ray start
Runs     ✓ 12 saved runs in /home/me/.local/state/fibtui/runs
Cache    ✓ compiled code is kept in /home/me/.cache/fibtui

         ? not reported on this machine: clock, temperature, steal

1 thing would distort a run: other programs 50 %.
`,
  );
});

test('no line is wider than the terminal, nor than 80 columns in a pipe', () => {
  for (const columns of [undefined, 40, 60, 120]) {
    const paper = { ascii: false, ...(columns === undefined ? {} : { columns }) };
    const rows = diagnosisText(busy, paper).split('\n');
    assert.deepEqual(
      rows.filter((row) => stringWidth(row) > (columns ?? 80)),
      [],
    );
  }
});

test('in ASCII the marks are those of the screens', () => {
  const text = diagnosisText(busy, { ascii: true });
  assert.match(text, /^Load +! other programs/m);
  assert.match(text, /^Memory +\+ 16\.0 GB/m);
  assert.doesNotMatch(text, /[^\n -~]/);
});

test('it has colours where the paper has', () => {
  const colours = (count: 'none' | 'all') =>
    diagnosisText(busy, {
      ascii: false,
      palette: paletteOf({ background: 'dark', colours: count }),
    });
  assert.ok(colours('all').includes('\x1b['));
  assert.ok(!colours('none').includes('\x1b'));
});

test('a path with an escape sequence shows no escape', () => {
  const diagnosis = diagnosisOf(factsWith({ runs: { folder: '/a\x1b[31mb', saved: 2 } }));
  assert.ok(!diagnosisText(diagnosis, { ascii: false }).includes('\x1b'));
});
