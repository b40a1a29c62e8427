import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import { recordingOf } from '../../../source/output/run-files/format.ts';
import { readRun } from '../../../source/output/run-files/read.ts';
import { textOfRun } from '../../../source/output/run-files/writing/text-of-run.ts';
import { printedBy } from '../../helpers/terminal/terminal-free.ts';
import { randomRun, temporaryFolder } from '../../helpers/profiles/runs.ts';

/** A run file of any text. */
async function fileOf(t: TestContext, text: string | Buffer): Promise<string> {
  const path = join(await temporaryFolder(t), 'crafted.json.gz');
  await writeFile(path, gzipSync(text));
  return path;
}

async function refusalOf(path: string): Promise<string> {
  const opened = await readRun(path);
  return opened.status === 'failed'
    ? opened.failure.message.replace(`The run file ${path} `, '')
    : 'is opened';
}

const begun = '{"format":"fibtui run","version":3,"scene":[\n';

suite('a run file that would take too much memory is refused', () => {
  for (const [what, part, times] of [
    ['lists within lists', '[', 5_000_000],
    ['empty lists', '[],', 3_000_000],
    ['empty records', '{},', 3_000_000],
    ['texts', '"a",', 9_000_000],
    ['numbers', '1,', 31_000_000],
    ['cold starts', '{"type":"case-warmed","at":1,"case":"local","coldStart":1},', 2_100_000],
    ['blanks', ' ', 201_000_000],
  ] as const) {
    test(`for its ${what}`, async (t) => {
      const text = Buffer.alloc(part.length * times, part);
      const path = await fileOf(t, Buffer.concat([Buffer.from(begun), text]));
      assert.equal(await refusalOf(path), 'is too large.');
    });
  }

  test('for a first line that is longer than one can be', async (t) => {
    const path = await fileOf(t, `{"format":"fibtui run","x":"${'x'.repeat(40_000)}"\n`);
    assert.equal(await refusalOf(path), 'is too large.');
  });

  test('before it is parsed: a heap of 64 MB is enough for sixty of lists', async (t) => {
    const run = [...(await textOfRun(randomRun(1)))].join('');
    const head = run.slice(0, run.indexOf('"scene":['));
    const wide = Buffer.alloc(60e6, '[],');
    const path = await fileOf(t, Buffer.concat([Buffer.from(`${head}"scene":[`), wide]));
    const program = `
      const { readRun } = await import('./source/output/run-files/read.ts');
      console.log((await readRun(${JSON.stringify(path)})).failure.message);`;
    const { stdout, stderr } = await printedBy([
      process.execPath,
      '--max-old-space-size=64',
      '--input-type=module',
      '--eval',
      program,
    ]);
    assert.equal(stdout, `The run file ${path} is too large.\n`, stderr);
  });
});

/** A record in a document; whatever it holds counts as another one. */
type Holder = { [key: string]: Holder };
type Document = { readonly events: Holder[] };

/** Why the recording of a run is refused after a change. */
async function problemAfter(change: (document: Document) => void): Promise<string> {
  const document = JSON.parse([...(await textOfRun(randomRun(1)))].join('')) as Document;
  change(document);
  try {
    recordingOf(Buffer.from(JSON.stringify(document)));
    return 'none';
  } catch (error) {
    return String(error).replaceAll(/\[\d+\]/g, '[]');
  }
}

/** The first event of a type; of finished passes, one that has spans. */
const first = ({ events }: Document, type: string): Holder =>
  events.find((event) => {
    const found: unknown = event['type'];
    return found === type && (type !== 'pass-finished' || event['outcome']?.['spans']);
  }) ?? assert.fail(`no ${type}`);

const spansIn = (document: Document): Holder =>
  first(document, 'pass-finished')['outcome']!['spans']!;

const put = (holder: Holder, key: string, value: number | string): void =>
  void Reflect.set(holder, key, value);

suite('an index in a run file is below its count', () => {
  const passIn = (document: Document, type: string): Holder => first(document, type)['pass']!;
  const refusals: Readonly<Record<string, readonly [(document: Document) => void, string]>> = {
    'of a worker': [
      (document) => put(spansIn(document), 'worker', 2_740_980_542),
      '.outcome.spans.worker is out of range',
    ],
    'of a task': [
      (document) => put(spansIn(document)['task']!, '0', 4_000_000_000),
      '.outcome.spans.task is out of range',
    ],
    'of a round': [
      ({ events: [started] }) => put(started!['plan']!['passes']!['0']!, 'round', 1900),
      '.plan.passes[] is not one of the plan',
    ],
    'of the round of a pass': [
      (document) => put(passIn(document, 'pass-finished'), 'round', 1900),
      '.pass is not one of the plan',
    ],
    'of a pass': [
      (document) => put(passIn(document, 'pass-started'), 'index', 49_999),
      '.pass is not one of the plan',
    ],
    'as is the case that was warmed up': [
      (document) => put(first(document, 'case-warmed'), 'case', 'nobody'),
      '.case is not one of the plan',
    ],
  };
  for (const [what, [change, problem]] of Object.entries(refusals)) {
    test(what, async () => {
      assert.equal(await problemAfter(() => {}), 'none');
      assert.equal((await problemAfter(change)).replace(/^.*?events\[\]/, ''), problem);
    });
  }

  test('a pass finishes once', async () => {
    const problem = await problemAfter((document) => {
      const { events } = document;
      const last = first(document, 'pass-finished');
      events.splice(events.indexOf(last) + 1, 0, last);
    });
    assert.match(problem, /\.pass has already finished$/);
  });

  test('a cold start does not come without end', async () => {
    const problem = await problemAfter((document) => {
      const { events } = document;
      const warmed = first(document, 'case-warmed');
      const many = Array.from({ length: 2000 }, () => warmed);
      events.splice(events.indexOf(warmed), 0, ...many);
    });
    assert.match(problem, / comes too often$/);
  });
});
