import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { problemOf, roomOf, rooms } from '../../lint/house.ts';

const source = fileURLToPath(new URL('../../source', import.meta.url));

/** The kernel is AssemblyScript, which another compiler builds. */
const files = globSync('**/*.{ts,tsx}', { cwd: source })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !file.startsWith('workload/kernel/'));

/** Our own files that a file imports, types included. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(source, file), 'utf8');
  return [...text.matchAll(/(?:\bfrom |\bimport\(|^import )'(\.[^']+)'/gm)].map(([, path]) =>
    normalize(join(dirname(file), path!)).replaceAll('\\', '/'),
  );
}

type Graph = ReadonlyMap<string, readonly string[]>;

const imports: Graph = new Map(files.map((file) => [file, importsOf(file)]));

/** A path from a file back to itself; undefined if there is none. */
function circleIn(graph: Graph): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(file)) {
      return [...way.slice(way.indexOf(file)), file];
    }

    if (done.has(file)) {
      return undefined;
    }

    for (const imported of graph.get(file) ?? []) {
      const circle = visit(imported, [...way, file]);
      if (circle) {
        return circle;
      }
    }

    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const circle = visit(file, []);
    if (circle) {
      return circle;
    }
  }

  return undefined;
}

suite('the house', () => {
  test('has no circle, types counted', () => {
    assert.equal(circleIn(imports), undefined);
  });

  test('is checked by something that finds a circle where there is one', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', []],
      ['d', ['b']],
    ]);
    assert.deepEqual(circleIn(graph), ['b', 'd', 'b']);
  });

  test('has only imports that lead the way it allows', () => {
    const problems = [...imports].flatMap(([file, imported]) =>
      imported.flatMap((path) => {
        const problem = problemOf(file, path);
        return problem === undefined ? [] : [`${file} -> ${path}: ${problem}`];
      }),
    );
    assert.deepEqual(problems, []);
  });

  test('sees every import', () => {
    assert.ok(
      [...imports.values()].flat().every((path) => imports.has(path) || !path.endsWith('.ts')),
    );
    assert.ok(imports.get('core/profile/profile.ts')?.includes('core/profile/event.ts'));
  });

  test('has a room for every file, and a file in every room', () => {
    assert.deepEqual(
      files.filter((file) => !roomOf(file)),
      [],
    );
    const used = new Set(files.map((file) => roomOf(file)?.name));
    assert.deepEqual(
      rooms.map(({ name }) => name).filter((name) => !used.has(name)),
      [],
    );
  });

  test('is described in docs/architecture.md, room by room', () => {
    const page = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');
    const table = page.split('## The house')[1]?.split('\n## ')[0]?.match(/^\|.*/gm) ?? [];
    const named = table.flatMap((row) =>
      [...row.split('|')[1]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    assert.deepEqual(new Set(named), new Set(rooms.map(({ name }) => name)));
  });

  test('has no folder of more than 20 files', () => {
    const folders = files.map(dirname);
    const crowded = folders.filter((folder) => folders.filter((one) => one === folder).length > 20);
    assert.deepEqual(new Set(crowded), new Set());
  });
});

suite('a wrong import is answered with its reason:', () => {
  for (const [file, imported, problem] of [
    [
      'core/plan/plan.ts',
      'core/profile/state.ts',
      'core/plan must not import core/profile: a plan',
    ],
    ['core/report/trust/trust.ts', 'core/report/losses/advice.ts', 'core/report/trust must not'],
    ['ui/setup/form.ts', 'ui/results/chart.ts', 'ui/setup must not import ui/results: a screen'],
    [
      'output/summary/summary.ts',
      'ui/canvas/line.ts',
      'output must not import ui/canvas: an output',
    ],
    ['ui/app.tsx', 'session/live/session.ts', 'ui must not import session/live: the session'],
    ['engines/pool/pool.ts', 'engines/ray/engine.ts', 'engines/pool must not import engines/ray'],
  ] as const) {
    test(`${file} -> ${imported}`, () => {
      assert.ok(problemOf(file, imported)?.startsWith(problem), problemOf(file, imported));
    });
  }

  for (const [file, imported] of [
    ['core/report/report-of.ts', 'core/units.ts'],
    ['ui/setup/form.ts', 'core/plan/settings.ts'],
    ['front/run.ts', 'session/live/session.ts'],
    ['engines/create-engines.ts', 'engines/pool/pool.ts'],
  ] as const) {
    test(`${file} -> ${imported} is right`, () => {
      assert.equal(problemOf(file, imported), undefined);
    });
  }
});
