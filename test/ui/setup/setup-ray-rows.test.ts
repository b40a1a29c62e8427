import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  clusterWith,
  exposedCluster,
  missed,
  ownCluster,
  ownTarget,
  reached,
  sought,
  target,
} from '../../helpers/screens/ui-clusters.ts';
import { rowsOf, type WindowOptions } from '../../helpers/screens/ui-frames.ts';
import { smallest, large, type Shown, shown, own } from '../../helpers/screens/ray-setup.ts';

/** The row of Ray and the rows below that belong to it, without frame and blanks. */
function rayRows(view: Shown, window: WindowOptions = {}): readonly string[] {
  const rows = rowsOf(shown(view), window).map((row) => row.slice(1, -1).trim());
  const first = rows.findIndex((row) => /^(> )?Ray /.test(row));
  const length = rows
    .slice(first)
    .findIndex((row) => /TRUST|FORECAST|^(ok|local|pool|timing) /.test(row));
  return rows.slice(first, first + length).filter((row) => row !== '');
}

const keysOf = (view: Shown, window: WindowOptions = {}) =>
  rowsOf(shown(view), window).at(-1)?.trim();

const onRay = { form: { field: 'ray' } } as const;

const off = { settings: { engines: ['local'] } } as const;

test('while Ray is off its address stands back, with the way to switch it on', () => {
  const address = `Ray         ${target.at}`;
  assert.deepEqual(rayRows(off), [`${address}   off: press a, then space; from --ray`]);
  assert.deepEqual(rayRows({ ...off, ...onRay }), [
    `> ${address}   off: space switches it on; from --ray`,
  ]);
  assert.deepEqual(rayRows({ ...off, ...onRay }, smallest), [`> ${address}   off`]);
  assert.deepEqual(rayRows({ ...off, ...onRay }, large), [
    `> ${address}   off: space switches it on; from --ray`,
  ]);
});

test('where the workload does not exist on Ray, that is said instead', () => {
  const settings = { ...off.settings, workload: 'bigint' } as const;
  assert.match(rayRows({ settings })[0] ?? '', / off: bigint does not exist on Ray$/);
  assert.match(rayRows({ settings }, smallest)[0] ?? '', / not for bigint$/);
});

test('a Ray of our own is said to start here, at first in its turn, then with the seconds', () => {
  const since = { target: ownTarget, status: 'sought', since: 1000 } as const;
  const consent = 'R this will start Ray on this machine, and run Python on it';
  assert.deepEqual(rayRows(own).slice(0, 2), [
    'Ray         start     starting Ray here, in its turn',
    consent,
  ]);
  assert.deepEqual(rayRows({ ...own, cluster: since }).slice(0, 2), [
    'Ray         start     starting Ray here, 3.2 s',
    consent,
  ]);
  assert.deepEqual(rayRows({ ...own, cluster: since }, smallest), [
    'Ray         start     starting Ray here, 3.2 s',
    'R starts Ray on this machine, and runs Python on it',
  ]);
});

test('once it runs, its address and its end are said', () => {
  assert.deepEqual(rayRows({ ...own, cluster: reached(ownCluster) }), [
    'Ray         start   Ray 2.60.0, 1 node, 2 CPUs, token',
    'R this will run Python on http://127.0.0.1:28465',
    'Ray 2.60.0, 1 node, 2 CPUs, token. One small Python file goes there, as',
    'working directory. fibtui ends that Ray when it ends itself.',
  ]);
});

test('what a cluster at another address answered is not taken for this one', () => {
  const other = { ray: { at: 'http://10.0.0.8:8265', from: '--ray' } };
  assert.match(rayRows({ cluster: reached(), settings: other })[0] ?? '', / asking it$/);
});

test('a cluster that does not tell its nodes', () => {
  const silent = reached(clusterWith({ nodes: [], cpus: 0 }));
  assert.match(rayRows({ cluster: silent })[0] ?? '', / Ray 2\.60\.0, nodes n\/a, no token$/);
  assert.match(rayRows({ cluster: silent }, smallest)[0] ?? '', / 2\.60\.0, nodes n\/a$/);
  assert.doesNotMatch(rowsOf(shown({ cluster: silent }), large).join('\n'), /Nodes /);
});

const long = 'http://raycluster-kuberay-head-svc.default.svc.cluster.local:8265';

const far = { ray: { at: long, from: '--ray' } };

test('an address that is too long shows its end in its field, and its beginning in the consent', () => {
  const [field, consent] = rayRows({ settings: far }, smallest);
  assert.equal(field, 'Ray         ...t.svc.cluster.local:8265     asking it');
  assert.equal(consent, 'R runs Python on http://raycluster-kuberay-head-svc ...');
  assert.deepEqual(rayRows({ settings: far }).slice(1, 3), ['R this will run Python on', long]);
});

test('what is typed beyond the room shows its end, with the cursor', () => {
  const form = { field: 'ray', typed: long } as const;
  assert.deepEqual(rayRows({ ...off, form }, smallest), [
    '> Ray         ....svc.cluster.local:8265_',
  ]);
});

test('while an address is typed its form stands beside it where there is room', () => {
  const form = { field: 'ray', typed: '10' } as const;
  assert.match(
    rayRows({ ...off, form })[0] ?? '',
    / 10_ {3}an address like http:\/\/HOST:8265, or local$/,
  );
  assert.match(
    rayRows({ ...off, form }, smallest)[0] ?? '',
    / 10_ {3}http:\/\/HOST:8265, or local$/,
  );
});

test('a key that was refused is explained in place of the consent', () => {
  const form = { notice: 'One engine at least must be on.' };
  assert.deepEqual(rayRows({ cluster: reached(exposedCluster), form }, smallest).slice(1), [
    '! One engine at least must be on.',
  ]);
});

test('too much memory says where p and f work, since the address takes letters', () => {
  const settings = { size: 300_000, engines: ['pool'] } as const;
  const view = { cpus: 16, settings };
  assert.equal(rayRows(view)[1], '! too much memory: p takes pair instead, f forces it');
  assert.equal(
    rayRows({ ...view, ...onRay }, smallest)[1],
    '! too much memory: p (pair) and f (force) work above',
  );
  assert.equal(
    keysOf({ ...view, ...onRay }),
    'type an address  space on/off  ←/→ choose  ↑/↓ field  ? help  ctrl+c quit',
  );
});

test('on the address the keys are those that no address has in it', () => {
  assert.equal(
    keysOf(onRay),
    'enter run  type an address  space on/off  ←/→ choose  ? help  ctrl+c quit',
  );
  assert.equal(keysOf(onRay, smallest), 'enter run  type an address  space on/off  ctrl+c quit');
  const form = { field: 'ray', typed: '' } as const;
  assert.equal(keysOf({ form }), 'enter take it  esc give it up  backspace correct');
});

test('with Ray alone nothing is known of the time before it has run', () => {
  const rows = rowsOf(shown({ settings: { engines: ['ray'] } }));
  assert.match(rows.join('\n'), /│ {3}ray n\/a until it has run {3}all passes n\/a +│/);
});

test('nodes stand there as far as there is room, and how many are left', () => {
  const nodes = Array.from({ length: 30 }, (_, index) => ({
    name: `worker-${index}`,
    cpus: 8,
    head: index === 0,
  }));
  const rows = rowsOf(shown({ cluster: reached(clusterWith({ nodes, cpus: 240 })) }), large);
  assert.match(rows.join('\n'), /│ Nodes {5}30, with 240 CPUs together +│/);
  assert.match(rows.join('\n'), /│ {11}worker-0   8 CPUs   head +│/);
  assert.match(rows.at(-4) ?? '', /│ {11}worker-3   8 CPUs +│/);
  assert.match(rows.at(-3) ?? '', /│ {11}and 26 more +│/);
});

test('a window with little room shows the first facts of the cluster, or none', () => {
  const titles = (rows: number) =>
    rowsOf(shown({ cluster: reached() }), { columns: 80, rows })
      .map((row) => row.slice(2, 11).trimEnd())
      .filter((label) => /^(Address|Ray|Sent|Version|Python|Nodes)$/.test(label));
  assert.deepEqual(titles(29), []);
  assert.deepEqual(titles(30), ['Address', 'Ray', 'Sent']);
  assert.deepEqual(titles(33), ['Address', 'Ray', 'Sent', 'Version', 'Python', 'Nodes']);
});

test('nothing moves when the cluster answers, or does not', () => {
  for (const window of [smallest, {}, large, { columns: 200, rows: 50 }]) {
    for (const cpus of [2, 16, 64, 128]) {
      const places = [sought, reached(), missed].map((cluster) =>
        rowsOf(shown({ cluster, cpus }), window).flatMap((row, index) =>
          /^├(?!─ (?:RAY|TRUST))|^│ (> | {2})[A-Z]/.test(row) ? [index] : [],
        ),
      );
      assert.deepEqual(places[1], places[0], `${cpus} CPUs, ${JSON.stringify(window)}`);
      assert.deepEqual(places[2], places[0], `${cpus} CPUs, ${JSON.stringify(window)}`);
    }
  }
});
