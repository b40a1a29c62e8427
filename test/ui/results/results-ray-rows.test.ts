import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Case } from '../../../source/core/plan/plan.ts';
import { onRay, withoutPython } from '../../helpers/profiles/profiles.ts';
import { rowsOf, type Draw } from '../../helpers/screens/ui-frames.ts';
import { local, pool, ray, cluster, onCluster, lost } from '../../helpers/screens/ray-results.ts';

/** The rows of a screen that contain one of these, without the frame and trailing blanks. */
const rowsWith = (draw: Draw, ...wanted: readonly string[]) =>
  rowsOf(draw, { columns: 80, rows: 50 })
    .filter((row) => wanted.some((part) => row.includes(part)))
    .map((row) => row.slice(2, -2).trimEnd());

test('where the serial tasks failed there is no row of Python, and the span share is left of the factors', () => {
  const rays = ray.map((wall) => (pass: Case) => withoutPython(pass, wall));
  assert.deepEqual(rowsWith(onCluster({ local, pool, ray: rays }), 'python', 'inside', 'share'), [
    'span share 0.40 (round 1)',
  ]);
});

test('the round is named where it is not the only one', () => {
  assert.deepEqual(rowsWith(onCluster({ local, ray: [9700] }), 'where the', 'language'), [
    ' RAY   where the 9.70 s went   Ray 2.60.0, 2 nodes, 8 CPUs ────────────────',
    'language 0.066 × inside 7.00 × span share 0.40',
  ]);
  assert.deepEqual(rowsWith(onCluster({ local, ray: ['failed', 9700] }), 'where the'), [
    ' RAY   where the 9.70 s of round 2 went   Ray 2.60.0, 2 nodes, 8 CPUs ─────',
  ]);
});

test('a link that is too long for the title stands below the factors, whole', () => {
  const address = `https://notebooks.example.org/namespace/${'x'.repeat(40)}/ray`;
  const rays = ray.map((wall) => (pass: Case) => onRay(pass, wall, { address }));
  const draw = onCluster({ local, pool, ray: rays });
  assert.deepEqual(rowsWith(draw, 'https', 'jobs'), [
    `https://notebooks.example.org/namespace/${'x'.repeat(35)}`,
    'xxxxx/ray/#/jobs/fibtui-mwt9h1ct-fcc9a311',
  ]);
  const title = '├─ RAY   where the 9.70 s of round 1 went';
  assert.ok(rowsOf(draw, { rows: 40 }).some((row) => row.includes(title)));
});

test('the rounds of Ray stand below those of its rounds, also where one of them failed', () => {
  const walls = { local, ray: [9700, 'failed', 10_100] } as const;
  const rows = rowsWith(onCluster(walls), 'forecast 1.80 s', 'failed  ');
  assert.deepEqual(rows, [
    'L local   forecast 1.80 s   1.80 s  1.79 s  1.82 s  1.80 s  1.79 s',
    'R ray                       9.70 s  failed  10.1 s',
  ]);
});

test('where Ray ran on this machine a note says what that does, once the rest has its room', () => {
  const here = onCluster({ local, pool, ray }, { cluster: { ...cluster, here: true } });
  const note = '! Ray ran on this machine: even when idle it takes some CPU time from local';
  assert.deepEqual(rowsWith(here, '!'), [note]);
  assert.ok(!rowsOf(here).some((row) => row.includes('!')));
});

test('engines whose overhead is less than half a cell are solid to their end', () => {
  const brief = (pass: Case) => ({
    ...onRay(pass, 1800),
    spans: onRay(pass, 4475).spans,
  });
  const [row] = rowsWith(onCluster({ local, ray: [brief] }), 'R ray     ▒');
  assert.match(row ?? '', /^R ray {5}▒{26} /);
});

test('the log has its key in every window, shorter where it is narrow', () => {
  const keysAt = (columns: number, ascii = false) =>
    rowsOf(lost, { columns, rows: 24, ascii }).at(-1)?.trimEnd();
  assert.equal(
    keysAt(75),
    " enter again  ←/→ another size  d driver's log  g timeline  ? help  q quit",
  );
  assert.equal(keysAt(60), ' enter again  ←/→ size  d log  g timeline  ? help  q quit');
  assert.equal(keysAt(60, true), ' enter again  left/right size  d log  ? help  q quit');
});
