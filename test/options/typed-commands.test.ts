import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptions } from '../../source/options/read-options.ts';
import { printedBy, refusalOf } from '../helpers/terminal/invocations.ts';

// What people type who know make, hyperfine, fzf and asciinema, or who mistype.

const argvOf = (line: string): readonly string[] => line.split(' ').slice(1);

const done: Readonly<Record<string, readonly [command: string, what: object]>> = {
  'fibtui -j4': ['run', { settings: { workers: 4 } }],
  'fibtui -j 4': ['run', { settings: { workers: 4 } }],
  'fibtui -s50k': ['run', { settings: { size: 50_000 } }],
  'fibtui --size=50k': ['run', { settings: { size: 50_000 } }],
  'fibtui -n 64 -r 10': ['run', { settings: { tasks: 64, rounds: 10 } }],
  'fibtui --runs 10': ['run', { settings: { rounds: 10 } }],
  'fibtui --repeats=10': ['run', { settings: { rounds: 10 } }],
  'fibtui -qj4': ['run', { quiet: true, settings: { workers: 4 } }],
  'fibtui --ray local': ['run', { settings: { ray: { at: 'start', from: '--ray' } } }],
  'fibtui --force --record a': ['run', { overwrite: false, settings: { force: true } }],
  'fibtui --record a --overwrite': ['run', { overwrite: true, settings: { force: false } }],
  'fibtui --no-colour': ['run', { color: 'never' }],
  'fibtui --colour always': ['run', { color: 'always' }],
  fibtui: ['run', { atOnce: false }],
  'fibtui run': ['run', { atOnce: true }],
  'fibtui -s 7 run --json': ['run', { atOnce: true, output: 'json', settings: { size: 7 } }],
  'fibtui --json history': ['history', { output: 'json' }],
  'fibtui history --json': ['history', { output: 'json' }],
  'fibtui --json replay last': ['replay', { output: 'json', run: 'last' }],
  'fibtui replay lst': ['replay', { run: 'lst' }],
  'fibtui --idle-time-limit 2 replay': ['replay', { idleLimit: 2000 }],
  'fibtui replay x --idle-limit 2': ['replay', { idleLimit: 2000, run: 'x' }],
  'fibtui replay --record a --force': ['replay', { overwrite: true }],
  'fibtui --force replay --record a': ['replay', { overwrite: true }],
  'fibtui --force demo --record a': ['demo', { overwrite: true }],
  'fibtui demo --offline --window 80x24': ['demo', { window: { columns: 80, rows: 24 } }],
  'fibtui show last~2 --json': ['show', { output: 'json', run: 'last~2' }],
  'fibtui doctor --ray start': ['doctor', { target: { at: 'start', from: '--ray' } }],
};

for (const [line, [command, what]] of Object.entries(done)) {
  test(`${line} does what was meant`, () => {
    const invocation = readOptions(argvOf(line), '1.2.3');
    assert.equal(invocation.type, command);
    assert.ok('options' in invocation);
    assert.partialDeepStrictEqual(invocation.options, what);
  });
}

const printed: Readonly<Record<string, RegExp>> = {
  'fibtui -V': /^1\.2\.3\n$/,
  'fibtui version': /^1\.2\.3\n$/,
  'fibtui help': /^Usage: fibtui \[command\] /,
  'fibtui -h all': /^Usage: fibtui \[command\] [^]* --ray-ca /,
  'fibtui help all': /^Usage: fibtui \[command\] [^]* --ray-ca /,
  'fibtui help replay': /^Usage: fibtui replay \[ID\] /,
  'fibtui --help replay': /^Usage: fibtui replay \[ID\] /,
  'fibtui run --help': /^Usage: fibtui run /,
};

for (const [line, text] of Object.entries(printed)) {
  test(`${line} prints what was meant`, () => assert.match(printedBy(argvOf(line)), text));
}

const refused: Readonly<Record<string, string>> = {
  'fibtui runn': 'Unknown command "runn". Did you mean "run"? See fibtui --help.',
  'fibtui repaly last': 'Unknown command "repaly". Did you mean "replay"? See fibtui --help.',
  'fibtui histroy --json': 'Unknown command "histroy". Did you mean "history"? See fibtui --help.',
  'fibtui help docter': 'Unknown command "docter". Did you mean "doctor"? See fibtui --help.',
  'fibtui bench': 'Unknown command "bench". Did you mean "run"? See fibtui --help.',
  'fibtui start': 'Unknown command "start". Did you mean "run"? See fibtui --help.',
  'fibtui rec a.cast': 'Unknown command "rec". Did you mean "--record FILE"? See fibtui --help.',
  'fibtui rec --idle 2': 'Unknown command "rec". Did you mean "--record FILE"? See fibtui --help.',
  'fibtui play x.cast': 'Unknown command "play". Did you mean "replay"? See fibtui --help.',
  'fibtui last': 'Unknown command "last". Did you mean "replay last"? See fibtui --help.',
  'fibtui 50k': 'Unknown command "50k". Did you mean "--size 50k"? See fibtui --help.',
  'fibtui json': 'Unknown command "json". Did you mean "--json"? See fibtui --help.',
  'fibtui all': 'Unknown command "all". Did you mean "help all"? See fibtui --help.',
  'fibtui rows.mjs': 'Unknown command "rows.mjs". See fibtui --help.',
  'fibtui elephant': 'Unknown command "elephant". See fibtui --help.',
  'fibtui last replay': 'replay comes first: fibtui replay [ID] [options].',
  'fibtui run 5': '"5" is one word too many: write fibtui run [options].',
  'fibtui run help': 'help comes first: fibtui help [COMMAND].',
  'fibtui run version': 'version comes first: fibtui version.',
  'fibtui --wait-quiet run': 'run comes first: fibtui run --wait-quiet.',
  'fibtui --wait-quiet history':
    '--wait-quiet is a flag of fibtui, not of fibtui history: leave it out.',
  'fibtui help replay x': '"x" is one word too many: write fibtui help [COMMAND].',
  'fibtui help replay run': '"run" is one word too many: write fibtui help [COMMAND].',
  'fibtui version x': '"x" is one word too many: write fibtui version.',
  'fibtui replay a b': '"b" is one word too many: write fibtui replay [ID] [options].',
  'fibtui --warmup 3':
    'Unknown flag "--warmup". Every engine is warmed up anyway: leave it out. See fibtui --help.',
  'fibtui --export-json x':
    'Unknown flag "--export-json". Did you mean "--json > FILE"? See fibtui --help.',
  'fibtui --format json': 'Unknown flag "--format". Did you mean "--json"? See fibtui --help.',
  'fibtui --output json': 'Unknown flag "--output". Did you mean "--json"? See fibtui --help.',
  'fibtui -w 4': 'Unknown flag "-w". Did you mean "--workers"? See fibtui --help.',
  'fibtui --threads 4': 'Unknown flag "--threads". Did you mean "--workers"? See fibtui --help.',
  'fibtui --worker 4': 'Unknown flag "--worker". Did you mean "--workers"? See fibtui --help.',
  'fibtui --height 40%':
    'Unknown flag "--height". Did you mean "--window-size"? See fibtui help all.',
  'fibtui --multi': 'Unknown flag "--multi". See fibtui --help.',
  'fibtui -v': 'Unknown flag "-v". Did you mean "--version"? See fibtui --help.',
  'fibtui --help=all': 'Unknown flag "--help=all". Did you mean "help all"? See fibtui --help.',
  'fibtui -j': '--workers needs a value: write --workers <n> or -j <n>. See fibtui --help.',
  'fibtui --colour': '--colour needs a value: write --colour <when>. See fibtui help all.',
  'fibtui -size 50k':
    '--size "ize" is not a whole number: write a number like 50000, 50_000, 50,000, 50k or 5e4.',
  'fibtui --idle-time-limit 2':
    '--idle-time-limit is a flag of fibtui replay, not of a run. See fibtui replay --help.',
  'fibtui --speed 2 history':
    '--speed is a flag of fibtui replay and fibtui demo, not of fibtui history. See fibtui replay --help.',
  'fibtui replay --size 5': '--size is a flag of fibtui, not of fibtui replay. See fibtui --help.',
  'fibtui replay --ray-rounds 3':
    '--ray-rounds is a flag of fibtui, not of fibtui replay. See fibtui help all.',
  'fibtui --overwrite --force replay --record a':
    '--overwrite is given twice: leave one of them out.',
  'fibtui replay --overwrite --force --record a':
    '--overwrite is given twice: leave one of them out.',
  'fibtui --force replay --overwrite --record a':
    '--overwrite is given twice: leave one of them out.',
  'fibtui --force history': '--force is not a flag of fibtui history. See fibtui history --help.',
  'fibtui help --json': '--json is not a flag of fibtui help. See fibtui --help.',
  'fibtui version --quiet':
    '--quiet is a flag of fibtui, not of fibtui version. See fibtui --help.',
  'fibtui show -- -x':
    'The ID of the run "-x" looks like an option: write more of its name, or ./-x for a file with that name.',
  'fibtui demo --json': '--json is not a flag of fibtui demo. See fibtui demo --help.',
  'fibtui --json history --json': '--json is given twice: leave one of them out.',
  'fibtui --json=a=b': '--json takes no value: leave out "=a=b".',
  'fibtui --save=no': '--save takes no value: leave out "=no".',
};

for (const [line, sentence] of Object.entries(refused)) {
  test(`${line} names what to type`, () => assert.equal(refusalOf(argvOf(line)), sentence));
}
