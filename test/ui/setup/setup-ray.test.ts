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
} from '../../helpers/screens/ui-clusters.ts';
import { zoneLines, zoneRows } from '../../helpers/screens/ui-frames.ts';
import { smallest, large, shown } from '../../helpers/screens/ray-setup.ts';

test('while a cluster is asked the plan says where it will run Python, and the forecast is open', () => {
  const draw = shown({ cluster: sought });
  assert.equal(zoneRows(draw), 'machine 3, cpus 3, plan 8, notice 3, forecast 3');
  assert.deepEqual(zoneLines(draw, 'plan'), [
    '── PLAN',
    '> Size        n =       50,000   terms of one sequence',
    '  Tasks       N =          100   auto: 50 per usable CPU',
    '  Workers     P =            2   one per usable CPU',
    '  Rounds      R =            5   interleaved; median and its interval',
    '  Workload    list   keeps every term, a list in memory',
    '  Engines     [x] L local  [x] P pool  [x] R ray',
    '  Ray         http://10.0.0.7:8265     asking it, 3.2 s',
  ]);
  assert.deepEqual(zoneLines(draw, 'notice'), [
    'R this will run Python on http://10.0.0.7:8265',
    'One small Python file goes there, as working directory. Here it needs no',
    'Ray, no Python and no matching version.',
  ]);
  assert.deepEqual(zoneLines(draw, 'forecast'), [
    '── FORECAST',
    '  local 900 ms   pool 450 ms   ray n/a   all passes over 6.75 s',
    '  memory 112 MB a task, 371 MB at once: 2 % of what is free',
  ]);
});

test('a cluster that answered stands with its facts beside its address', () => {
  const draw = shown({ cluster: reached() });
  assert.equal(zoneRows(draw), 'machine 3, cpus 3, plan 8, notice 3, forecast 3');
  assert.deepEqual(zoneLines(draw, 'plan'), [
    '── PLAN',
    '> Size        n =       50,000   terms of one sequence',
    '  Tasks       N =          100   auto: 50 per usable CPU',
    '  Workers     P =            2   one per usable CPU',
    '  Rounds      R =            5   interleaved; median and its interval',
    '  Workload    list   keeps every term, a list in memory',
    '  Engines     [x] L local  [x] P pool  [x] R ray',
    '  Ray         http://10.0.0.7:8265   Ray 2.60.0, 2 nodes, 4 CPUs, no token',
  ]);
  assert.deepEqual(zoneLines(draw, 'notice'), [
    'R this will run Python on http://10.0.0.7:8265',
    'Ray 2.60.0, 2 nodes, 4 CPUs, no token. One small Python file goes there, as',
    'working directory. Here it needs no Ray, no Python and no matching version.',
  ]);
});

test('the smallest window keeps the address, the CPUs of the cluster and the consent', () => {
  const draw = shown({ cluster: reached() });
  assert.equal(zoneRows(draw, smallest), 'machine 1, cpus 1, plan 7, notice 1, forecast 2');
  assert.deepEqual(zoneLines(draw, 'plan', { ...smallest, within: 7 }), [
    '> Size        n =       50,000   terms of one sequence',
    '  Tasks       N =          100   auto: 50 per CPU',
    '  Workers     P =            2   one per usable CPU',
    '  Rounds      R =            5   interleaved',
    '  Workload    list   keeps every term, a list in memory',
    '  Engines     [x] L local  [x] P pool  [x] R ray',
    '  Ray         http://10.0.0.7:8265   Ray 2.60.0, 4 CPUs',
  ]);
  assert.deepEqual(zoneLines(draw, 'notice', { ...smallest, within: 1 }), [
    'R this will run Python on http://10.0.0.7:8265',
  ]);
  assert.deepEqual(zoneLines(draw, 'forecast', { ...smallest, within: 2 }), [
    '  local 900 ms   pool 450 ms   ray n/a   all > 6.75 s',
    '  memory 371 MB at once: 2 % of what is free',
  ]);
});

test('a cluster with more CPUs than auto has tasks gets one for each, and the note says so', () => {
  const draw = shown({ cluster: reached(clusterWith({ cpus: 640 })) });
  assert.equal(
    zoneLines(draw, 'plan')[2],
    '  Tasks       N =          640   auto: one per CPU of the cluster',
  );
});

test('a large window tells of the cluster, of its nodes and of what it takes', () => {
  const draw = shown({ cluster: reached() });
  assert.deepEqual(zoneLines(draw, 'notice', large), [
    'R this will run Python on http://10.0.0.7:8265',
    'Ray 2.60.0, 2 nodes, 4 CPUs, no token. One small Python file goes there, as working directory.',
  ]);
  assert.deepEqual(zoneLines(draw, 'forecast', large), [
    '── FORECAST',
    '  local 900 ms   pool 450 ms   ray n/a until it has run   all passes over 6.75 s',
    '  memory 112 MB a task, 371 MB at once: 2 % of what is free',
  ]);
  assert.deepEqual(zoneLines(draw, 'ray', large), [
    '── RAY',
    'Address   http://10.0.0.7:8265   from --ray',
    'Ray       2.60.0, no token',
    "Sent      one small Python file, as the job's working directory",
    'Version   none has to match: no Ray is needed here',
    "Python    the cluster's own: none is needed here, nor the kernel of a notebook",
    'Nodes     2, with 4 CPUs together',
    '          ray-head       2 CPUs   head',
    '          ray-worker-1   2 CPUs',
  ]);
});

test('a cluster that does not answer is a warning with its way out', () => {
  const draw = shown({ cluster: missed });
  assert.equal(zoneRows(draw), 'machine 3, cpus 3, plan 8, notice 3, forecast 3');
  assert.deepEqual(zoneLines(draw, 'plan'), [
    '── PLAN',
    '> Size        n =       50,000   terms of one sequence',
    '  Tasks       N =          100   auto: 50 per usable CPU',
    '  Workers     P =            2   one per usable CPU',
    '  Rounds      R =            5   interleaved; median and its interval',
    '  Workload    list   keeps every term, a list in memory',
    '  Engines     [x] L local  [x] P pool  [x] R ray',
    '  Ray         http://10.0.0.7:8265   ! not reached',
  ]);
  assert.deepEqual(zoneLines(draw, 'notice'), [
    '! No Ray dashboard at http://10.0.0.7:8265: nothing listens there. Start',
    'one with `ray start --head`, or reach it with `kubectl port-forward',
    'svc/…-head-svc 8265`; its port is usually 8265.',
  ]);
});

test('the smallest window says that in one row, without the address that stands above it', () => {
  const draw = shown({ cluster: missed });
  assert.equal(zoneRows(draw, smallest), 'machine 1, cpus 1, plan 7, notice 1, forecast 2');
  assert.deepEqual(zoneLines(draw, 'plan', { ...smallest, within: 7 }), [
    '> Size        n =       50,000   terms of one sequence',
    '  Tasks       N =          100   auto: 50 per CPU',
    '  Workers     P =            2   one per usable CPU',
    '  Rounds      R =            5   interleaved',
    '  Workload    list   keeps every term, a list in memory',
    '  Engines     [x] L local  [x] P pool  [x] R ray',
    '  Ray         http://10.0.0.7:8265   ! not reached',
  ]);
  assert.deepEqual(zoneLines(draw, 'notice', { ...smallest, within: 1 }), [
    '! No Ray dashboard: nothing listens there. Start ...',
  ]);
});

test('a token that can be read on the way is warned of below the consent', () => {
  const draw = shown({ cluster: reached(exposedCluster) });
  assert.equal(zoneRows(draw), 'machine 3, cpus 3, plan 8, notice 3, forecast 3');
  assert.deepEqual(zoneLines(draw, 'plan'), [
    '── PLAN',
    '> Size        n =       50,000   terms of one sequence',
    '  Tasks       N =          100   auto: 50 per usable CPU',
    '  Workers     P =            2   one per usable CPU',
    '  Rounds      R =            5   interleaved; median and its interval',
    '  Workload    list   keeps every term, a list in memory',
    '  Engines     [x] L local  [x] P pool  [x] R ray',
    '  Ray         http://10.0.0.7:8265   Ray 2.60.0, 2 nodes, 4 CPUs, token',
  ]);
  assert.deepEqual(zoneLines(draw, 'notice'), [
    'R this will run Python on http://10.0.0.7:8265',
    '! the token from ~/.ray/auth_token goes over plain http, where it can be',
    'read on the way',
  ]);
});

test('in the smallest window that warning takes the row of the machine', () => {
  const draw = shown({ cluster: reached(exposedCluster) });
  assert.equal(zoneRows(draw, smallest), 'cpus 1, plan 7, notice 2, forecast 2');
  assert.deepEqual(zoneLines(draw, 'notice', { ...smallest, within: 2 }), [
    'R this will run Python on http://10.0.0.7:8265',
    '! the token from ~/.ray/auth_token goes over plain ...',
  ]);
});

test('a Ray of our own in a large window', () => {
  const own = { cluster: reached(ownCluster), settings: { ray: ownTarget } };
  const draw = shown(own);
  assert.deepEqual(zoneLines(draw, 'plan', large), [
    '── PLAN',
    '> Size        n =       50,000   terms of one sequence',
    '  Tasks       N =          100   auto: 50 per usable CPU',
    '  Workers     P =            2   one per usable CPU',
    '  Rounds      R =            5   interleaved; median and its interval',
    '  Workload    list   keeps every term, a list in memory',
    '  Engines     [x] L local  [x] P pool  [x] R ray',
    '  Ray         start   Ray 2.60.0, 1 node, 2 CPUs, token',
  ]);
  assert.deepEqual(zoneLines(draw, 'notice', large), [
    'R this will run Python on http://127.0.0.1:28465',
    'Ray 2.60.0, 1 node, 2 CPUs, token. One small Python file goes there, as working directory.',
  ]);
  assert.deepEqual(zoneLines(draw, 'forecast', large), [
    '── FORECAST',
    '  local 900 ms   pool 450 ms   ray n/a until it has run   all passes over 6.75 s',
    '  memory 112 MB a task, 766 MB at once: 3 % of what is free',
  ]);
  assert.deepEqual(zoneLines(draw, 'ray', large), [
    '── RAY',
    "Address   http://127.0.0.1:28465   a Ray of fibtui's own, from --ray",
    'Ray       2.60.0, behind a token that fibtui made',
    "Sent      one small Python file, as the job's working directory",
    'Python    one on this machine that has Ray: its version is that of the cluster',
    'Ends      when fibtui does, with all of its processes',
    'Nodes     1, with 2 CPUs',
    '          127.0.0.1   2 CPUs   head',
  ]);
});

test('on 16 CPUs the consent keeps its row, and the CPUs theirs', () => {
  const draw = shown({ cluster: reached(), cpus: 16 });
  assert.equal(zoneRows(draw), 'machine 2, cpus 5, plan 8, notice 2, forecast 3');
  assert.deepEqual(zoneLines(draw, 'plan'), [
    '── PLAN',
    '> Size        n =       50,000   terms of one sequence',
    '  Tasks       N =          160   auto: 10 per usable CPU',
    '  Workers     P =           16   one per usable CPU',
    '  Rounds      R =            5   interleaved; median and its interval',
    '  Workload    list   keeps every term, a list in memory',
    '  Engines     [x] L local  [x] P pool  [x] R ray',
    '  Ray         http://10.0.0.7:8265   Ray 2.60.0, 2 nodes, 4 CPUs, no token',
  ]);
  assert.deepEqual(zoneLines(draw, 'notice', { within: 2 }), [
    'R this will run Python on http://10.0.0.7:8265',
    'Ray 2.60.0, 2 nodes, 4 CPUs, no token.',
  ]);
  assert.deepEqual(zoneLines(draw, 'forecast'), [
    '── FORECAST',
    '  local 1.44 s   pool 90.0 ms   ray n/a   all passes over 7.65 s',
    '  memory 112 MB a task, 2.10 GB at once: 9 % of what is free',
  ]);
});

test('an address is typed over the one before, in ASCII too', () => {
  const form = { field: 'ray', typed: 'http://ray-head:82' } as const;
  const draw = shown({ cluster: reached(), form });
  assert.equal(
    zoneRows(draw, { ...smallest, ascii: true }),
    'machine 1, cpus 1, plan 7, notice 1, forecast 2',
  );
  assert.deepEqual(zoneLines(draw, 'plan', { ...smallest, ascii: true, within: 7 }), [
    '  Size        n =       50,000   terms of one sequence',
    '  Tasks       N =          100   auto: 50 per CPU',
    '  Workers     P =            2   one per usable CPU',
    '  Rounds      R =            5   interleaved',
    '  Workload    list   keeps every term, a list in memory',
    '  Engines     [x] L local  [x] P pool  [x] R ray',
    '> Ray         http://ray-head:82_',
  ]);
});
