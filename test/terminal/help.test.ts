import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import manifest from '#package' with { type: 'json' };
import { helpRows } from '../../source/options/help/help-rows.ts';
import { printedTexts } from '../../source/options/printed-texts.ts';
import { readOptions } from '../../source/options/read-options.ts';
import { printedBy } from '../helpers/terminal/terminal-free.ts';
import { environment, openTerminal, program } from '../helpers/terminal/terminal.ts';

test('the build keeps every help as it is', () => {
  const kept = readFileSync(new URL('../../dist/printed.json', import.meta.url), 'utf8');
  assert.deepEqual(JSON.parse(kept), printedTexts(manifest.version));
});

for (const argv of [['--help'], ['help', 'all'], ['replay', '-h'], ['--version'], ['version']]) {
  test(`fibtui ${argv.join(' ')} prints its text, whatever FIBTUI_OPTIONS holds`, async () => {
    const stdout = printedTexts(manifest.version).texts[JSON.stringify(argv)];
    const env = environment({ FIBTUI_OPTIONS: '"' });
    const printed = await printedBy([process.execPath, program, ...argv], { env });
    assert.deepEqual(printed, { code: 0, stdout, stderr: '' });
  });
}

for (const [line, FIBTUI_OPTIONS, sentence] of [
  ['runn', '', 'Unknown command "runn". Did you mean "run"? See fibtui --help.'],
  ['last replay', '', 'replay comes first: fibtui replay [ID] [options].'],
  ['run --json', 'replay', 'FIBTUI_OPTIONS holds "replay": only flags can stand there.'],
] as const) {
  test(`fibtui ${line} with FIBTUI_OPTIONS='${FIBTUI_OPTIONS}' ends with 2 and one line`, async () => {
    const env = environment({ FIBTUI_OPTIONS });
    const argv = line.split(' ');
    const printed = await printedBy([process.execPath, program, ...argv], { env });
    assert.deepEqual(printed, { code: 2, stdout: '', stderr: `fibtui: ${sentence}\n` });
  });
}

test('a narrow terminal gets a help of short lines', async () => {
  const invocation = readOptions(['--help'], manifest.version);
  assert.ok(invocation.type === 'print');
  using terminal = openTerminal({ args: ['--help'], columns: 50, rows: 100 });
  assert.deepEqual(await terminal.exited, { code: 0, signal: undefined });
  assert.equal(terminal.printed().trimEnd(), helpRows(invocation.text, 50).trimEnd());
});
