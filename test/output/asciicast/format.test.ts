import assert from 'node:assert/strict';
import { test } from 'node:test';
import { castFormat, type CastEvent } from '../../../source/output/asciicast/format.ts';
import { castOf } from '../../helpers/casts/casts.ts';

const header = {
  window: { columns: 80, rows: 24 },
  startedAt: Date.parse('2026-11-23T10:00:00.700Z'),
  title: 'fibtui',
  environment: { TERM: 'xterm-256color', SHELL: '/bin/bash', SECRET: 'token' },
};

const events: readonly (readonly [at: number, event: CastEvent])[] = [
  [0, ['o', '\u001B[1mhello\u001B[0m\r\n']],
  [1001.4, ['m', 'local 1/5']],
  [2000, ['r', '100x30']],
  [2100.6, ['o', '█▓ "quoted" \\']],
];

test('version 2 is a header and events with the time since the beginning', () => {
  const format = castFormat(2);
  assert.equal(
    format.header(header) + events.map(([at, event]) => format.line(at, event)).join(''),
    `{"version":2,"width":80,"height":24,"timestamp":1795428000,"title":"fibtui","env":{"TERM":"xterm-256color","SHELL":"/bin/bash"}}
[0.000, "o", "\\u001b[1mhello\\u001b[0m\\r\\n"]
[1.001, "m", "local 1/5"]
[2.000, "r", "100x30"]
[2.101, "o", "█▓ \\"quoted\\" \\\\"]
`,
  );
});

test('version 3 is a header with a terminal and events with the time since the one before', () => {
  const format = castFormat(3);
  const all = [...events, [2500, ['x', '0']]] as const;
  assert.equal(
    format.header(header) + all.map(([at, event]) => format.line(at, event)).join(''),
    `{"version":3,"term":{"cols":80,"rows":24,"type":"xterm-256color"},"timestamp":1795428000,"title":"fibtui","env":{"SHELL":"/bin/bash"}}
[0.000, "o", "\\u001b[1mhello\\u001b[0m\\r\\n"]
[1.001, "m", "local 1/5"]
[0.999, "r", "100x30"]
[0.101, "o", "█▓ \\"quoted\\" \\\\"]
[0.399, "x", "0"]
`,
  );
});

test('a header says nothing of what is not known', () => {
  const bare = { window: { columns: 120, rows: 40 }, startedAt: 0, environment: {} };
  assert.deepEqual(
    [castFormat(2).header(bare), castFormat(3).header(bare)],
    [
      '{"version":2,"width":120,"height":40,"timestamp":0,"env":{}}\n',
      '{"version":3,"term":{"cols":120,"rows":40},"timestamp":0,"env":{}}\n',
    ],
  );
});

test('the intervals of a thousand uneven events add up to the time that passed', () => {
  const format = castFormat(3);
  const lines = Array.from({ length: 1000 }, (_, index) =>
    format.line((index + 1) * 33.3334, ['o', '.']),
  );
  const { events: played } = castOf(format.header(header) + lines.join(''));
  assert.equal(played.at(-1)?.at.toFixed(3), '33.333');
});

test('a clock that goes back does not take the recording back', () => {
  const format = castFormat(2);
  assert.deepEqual(
    [500, 400, 600].map((at) => format.line(at, ['o', '.'])),
    ['[0.500, "o", "."]\n', '[0.500, "o", "."]\n', '[0.600, "o", "."]\n'],
  );
});

test('characters that cannot be printed are escaped, and read back', () => {
  const text = '\u0000\u001B\u007F\u0085\u009B\u2028\u2029\uD800 \u{1F600}';
  const line = castFormat(2).line(0, ['o', text]);
  assert.equal(
    line,
    '[0.000, "o", "\\u0000\\u001b\\u007f\\u0085\\u009b\\u2028\\u2029\\ud800 \u{1F600}"]\n',
  );
  assert.equal((JSON.parse(line) as readonly unknown[])[2], text);
});
