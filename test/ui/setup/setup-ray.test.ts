import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Form } from '../../../source/ui/setup/form-state.ts';
import { formOf } from '../../../source/ui/setup/form.ts';
import {
  exposedCluster,
  missed,
  ownCluster,
  ownTarget,
  reached,
  sought,
  withRay,
} from '../../helpers/screens/ui-clusters.ts';
import { frameText } from '../../helpers/screens/ui-frames.ts';
import { sessionState, setupScreen } from '../../helpers/screens/ui-states.ts';

const smallest = { columns: 60, rows: 16 };
const large = { columns: 120, rows: 40 };

const onRay = (given: Parameters<typeof withRay>[0] = {}): Form => ({
  ...formOf(withRay(given)),
  field: 'address',
});

test('while a cluster is asked the plan says where it will run Python', () => {
  assert.equal(
    frameText(setupScreen(sessionState(2, { cluster: sought }), onRay(), { now: 4200 })),
    `
╭─ fibtui ──────────────────────────────────────────── SETUP · run · results ─╮
│ AMD EPYC   2 of 2 CPUs usable (2 cores)                                     │
├─ CPU LOAD ──────────────────────────────────────────────────────────────────┤
│ last 30 s                                n/a of 2 busy   ✓ quiet            │
│ each now  ▁▁   22.4 GB of memory free                                       │
├─ PLAN ──────────────────────────────────────────────────────────────────────┤
│   Size      50,000 terms    in each Fibonacci sequence                      │
│   Tasks     100             sequences: auto, 50 for each CPU                │
│   Workers   2               threads, one per usable CPU                     │
│   Rounds    5               in each, every engine does all tasks            │
│   Workload  list            keeps every term, a list in memory              │
│   Engines   [x] local  [x] pool  [ ] python                                 │
│ > Ray       [x] http://10.0.0.7:8265    asking it, 3.2 s                    │
│ The run will execute Python on http://10.0.0.7:8265                         │
│ One small Python file is sent there. You need neither Ray nor Python here,  │
│ and no versions have to match.                                              │
├─ WHAT WILL HAPPEN ──────────────────────────────────────────────────────────┤
│ local 0.90 s, pool 0.45 s: more than 6.8 s in all                           │
│ Memory: 371 MB at once, 2 % of what is free                                 │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ✓ other programs 3 %   ✓ no steal   ✓ no throttling                       │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter run  ↑/↓ field  space on/off  ←/→ address  backspace edit  … ? all keys
`,
  );
});

test('a cluster that answered has its facts on its row', () => {
  assert.equal(
    frameText(setupScreen(sessionState(2, { cluster: reached() }), onRay())),
    `
╭─ fibtui ──────────────────────────────────────────── SETUP · run · results ─╮
│ AMD EPYC   2 of 2 CPUs usable (2 cores)                                     │
├─ CPU LOAD ──────────────────────────────────────────────────────────────────┤
│ last 30 s                                n/a of 2 busy   ✓ quiet            │
│ each now  ▁▁   22.4 GB of memory free                                       │
├─ PLAN ──────────────────────────────────────────────────────────────────────┤
│   Size      50,000 terms    in each Fibonacci sequence                      │
│   Tasks     100             sequences: auto, 50 for each CPU                │
│   Workers   2               threads, one per usable CPU                     │
│   Rounds    5               in each, every engine does all tasks            │
│   Workload  list            keeps every term, a list in memory              │
│   Engines   [x] local  [x] pool  [ ] python                                 │
│ > Ray       [x] http://10.0.0.7:8265  Ray 2.60.0, 2 nodes, 4 CPUs, no token │
│ The run will execute Python on http://10.0.0.7:8265                         │
│ Ray 2.60.0, 2 nodes, 4 CPUs, no token. One small Python file is sent there. │
│ You need neither Ray nor Python here, and no versions have to match.        │
├─ WHAT WILL HAPPEN ──────────────────────────────────────────────────────────┤
│ local 0.90 s, pool 0.45 s: more than 6.8 s in all                           │
│ Memory: 371 MB at once, 2 % of what is free                                 │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ✓ other programs 3 %   ✓ no steal   ✓ no throttling                       │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter run  ↑/↓ field  space on/off  ←/→ address  backspace edit  … ? all keys
`,
  );
});

test('the smallest window keeps its address and that it will run Python', () => {
  assert.equal(
    frameText(setupScreen(sessionState(2, { cluster: reached() }), onRay()), smallest),
    `
╭─ fibtui ──────────────────────── SETUP · run · results ─╮
│ AMD EPYC   2 of 2 CPUs usable (2 cores)                 │
│                  n/a of 2 CPUs busy  ✓ quiet            │
│   Size      50,000 terms    in each Fibonacci sequence  │
│   Tasks     100             auto: 50 for each CPU       │
│   Workers   2               threads, one per usable CPU │
│   Rounds    5               the engines take turns      │
│   Workload  list            keeps every term            │
│   Engines   [x] local  [x] pool  [ ] python             │
│ > Ray       [x] http://10.0.0.7:8265  2.60.0, 4 CPUs    │
│ The run will execute Python on http://10.0.0.7:8265     │
│ local 0.90 s, pool 0.45 s: more than 6.8 s in all       │
│ Memory: 371 MB at once, 2 % of what is free             │
╰─────────────────────────────────────────────────────────╯
 enter run  ↑/↓ field  space on/off  … ? all keys
`,
  );
});

test('a large window says what it takes, and which nodes there are', () => {
  assert.equal(
    frameText(setupScreen(sessionState(2, { cluster: reached() }), onRay()), large),
    `
╭─ fibtui ──────────────────────────────────────────────────────────────────────────────────── SETUP · run · results ─╮
│ AMD EPYC   2 of 2 CPUs usable (2 cores)                                                                             │
│ Node 24.21.0   tinypool 2.2.0   linux 6.1.0 x64   25.0 GB of memory                                                 │
├─ CPU LOAD, LAST 30 s ───────────────────────────────────────────────────────────────────────────────────────────────┤
│ 2 busy                                                                                                 n/a of 2 now │
│                                                                                                                     │
│ 1 busy                                                                                                              │
│                                                                                                                     │
│ cpu0                                                                                                            2 % │
│ cpu1                                                                                                            9 % │
│ ✓ quiet   22.4 GB of memory free                                                                                    │
├─ PLAN ──────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│   Size      50,000 terms    in each Fibonacci sequence                                                              │
│   Tasks     100             sequences: auto, 50 for each CPU                                                        │
│   Workers   2               threads, one per usable CPU                                                             │
│   Rounds    5               in each, every engine does all tasks                                                    │
│   Workload  list            keeps every term, a list in memory                                                      │
│   Engines   [x] local  [x] pool  [ ] python                                                                         │
│ > Ray       [x] http://10.0.0.7:8265  Ray 2.60.0, 2 nodes, 4 CPUs, no token                                         │
│ The run will execute Python on http://10.0.0.7:8265                                                                 │
│ Ray 2.60.0, 2 nodes, 4 CPUs, no token. One small Python file is sent there.                                         │
├─ WHAT WILL HAPPEN ──────────────────────────────────────────────────────────────────────────────────────────────────┤
│ 100 sequences of 50,000 terms, one after another (local, about 0.90 s), 2 at a time (pool, about 0.45 s) and 4 at a │
│ time on the cluster (ray, unknown until it has run), five times in turns.                                           │
│ More than 6.8 s in all   Memory: 371 MB at once, 2 % of what is free   112 MB for each task                         │
│ No run of this plan is saved from this machine yet.                                                                 │
├─ TRUST ─────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│   ✓ other programs 3 %                                                                                              │
│   ✓ no steal                                                                                                        │
│   ✓ no throttling                                                                                                   │
│     not reported on this machine: governor                                                                          │
├─ RAY ───────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│ Address   http://10.0.0.7:8265   from --ray                                                                         │
│ Ray       2.60.0, no token                                                                                          │
│ Sent      one small Python file, as the working directory of the job                                                │
│ Version   no versions have to match: you need no Ray here                                                           │
│ Python    the cluster's own: you need none here, and no notebook                                                    │
╰─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
 enter run  ↑/↓ field  space on/off  ←/→ address  backspace edit it  ? help  q quit
`,
  );
});

test('a cluster that does not answer is a warning with its way out', () => {
  assert.equal(
    frameText(setupScreen(sessionState(2, { cluster: missed }), onRay())),
    `
╭─ fibtui ──────────────────────────────────────────── SETUP · run · results ─╮
│ AMD EPYC   2 of 2 CPUs usable (2 cores)                                     │
├─ CPU LOAD ──────────────────────────────────────────────────────────────────┤
│ last 30 s                                n/a of 2 busy   ✓ quiet            │
│ each now  ▁▁   22.4 GB of memory free                                       │
├─ PLAN ──────────────────────────────────────────────────────────────────────┤
│   Size      50,000 terms    in each Fibonacci sequence                      │
│   Tasks     100             sequences: auto, 50 for each CPU                │
│   Workers   2               threads, one per usable CPU                     │
│   Rounds    5               in each, every engine does all tasks            │
│   Workload  list            keeps every term, a list in memory              │
│   Engines   [x] local  [x] pool  [ ] python                                 │
│ > Ray       [x] http://10.0.0.7:8265  does not answer: r tries again        │
│ ▲ No Ray dashboard at http://10.0.0.7:8265: nothing listens there. Start    │
│ one with \`ray start --head\`, or reach it with \`kubectl port-forward         │
│ svc/…-head-svc 8265\`; its port is usually 8265.                             │
├─ WHAT WILL HAPPEN ──────────────────────────────────────────────────────────┤
│ local 0.90 s, pool 0.45 s: more than 6.8 s in all                           │
│ Memory: 371 MB at once, 2 % of what is free                                 │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ✓ other programs 3 %   ✓ no steal   ✓ no throttling                       │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter run  r tries Ray again  ↑/↓ field  space on/off  … ? all keys
`,
  );
});

test('the smallest window says that in one row', () => {
  assert.equal(
    frameText(setupScreen(sessionState(2, { cluster: missed }), onRay()), smallest),
    `
╭─ fibtui ──────────────────────── SETUP · run · results ─╮
│ AMD EPYC   2 of 2 CPUs usable (2 cores)                 │
│                  n/a of 2 CPUs busy  ✓ quiet            │
│   Size      50,000 terms    in each Fibonacci sequence  │
│   Tasks     100             auto: 50 for each CPU       │
│   Workers   2               threads, one per usable CPU │
│   Rounds    5               the engines take turns      │
│   Workload  list            keeps every term            │
│   Engines   [x] local  [x] pool  [ ] python             │
│ > Ray       [x] http://10.0.0.7:8265  no answer         │
│ ▲ No Ray dashboard: nothing listens there. Start ...    │
│ local 0.90 s, pool 0.45 s: more than 6.8 s in all       │
│ Memory: 371 MB at once, 2 % of what is free             │
╰─────────────────────────────────────────────────────────╯
 enter run  r tries Ray again  space on/off  … ? all keys
`,
  );
});

test('a token that can be read on the way is warned of', () => {
  assert.equal(
    frameText(setupScreen(sessionState(2, { cluster: reached(exposedCluster) }), onRay())),
    `
╭─ fibtui ──────────────────────────────────────────── SETUP · run · results ─╮
│ AMD EPYC   2 of 2 CPUs usable (2 cores)                                     │
├─ CPU LOAD ──────────────────────────────────────────────────────────────────┤
│ last 30 s                                n/a of 2 busy   ✓ quiet            │
│ each now  ▁▁   22.4 GB of memory free                                       │
├─ PLAN ──────────────────────────────────────────────────────────────────────┤
│   Size      50,000 terms    in each Fibonacci sequence                      │
│   Tasks     100             sequences: auto, 50 for each CPU                │
│   Workers   2               threads, one per usable CPU                     │
│   Rounds    5               in each, every engine does all tasks            │
│   Workload  list            keeps every term, a list in memory              │
│   Engines   [x] local  [x] pool  [ ] python                                 │
│ > Ray       [x] http://10.0.0.7:8265  Ray 2.60.0, 2 nodes, 4 CPUs, token    │
│ The run will execute Python on http://10.0.0.7:8265                         │
│ ▲ the token from ~/.ray/auth_token goes over plain http, where it can be    │
│ read on the way                                                             │
├─ WHAT WILL HAPPEN ──────────────────────────────────────────────────────────┤
│ local 0.90 s, pool 0.45 s: more than 6.8 s in all                           │
│ Memory: 371 MB at once, 2 % of what is free                                 │
├─ TRUST ─────────────────────────────────────────────────────────────────────┤
│   ✓ other programs 3 %   ✓ no steal   ✓ no throttling                       │
╰─────────────────────────────────────────────────────────────────────────────╯
 enter run  ↑/↓ field  space on/off  ←/→ address  backspace edit  … ? all keys
`,
  );
});

test('in the smallest window that warning takes the row of the machine', () => {
  assert.equal(
    frameText(
      setupScreen(sessionState(2, { cluster: reached(exposedCluster) }), onRay()),
      smallest,
    ),
    `
╭─ fibtui ──────────────────────── SETUP · run · results ─╮
│                  n/a of 2 CPUs busy  ✓ quiet            │
│   Size      50,000 terms    in each Fibonacci sequence  │
│   Tasks     100             auto: 50 for each CPU       │
│   Workers   2               threads, one per usable CPU │
│   Rounds    5               the engines take turns      │
│   Workload  list            keeps every term            │
│   Engines   [x] local  [x] pool  [ ] python             │
│ > Ray       [x] http://10.0.0.7:8265  2.60.0, 4 CPUs    │
│ The run will execute Python on http://10.0.0.7:8265     │
│ ▲ the token from ~/.ray/auth_token goes over plain ...  │
│ local 0.90 s, pool 0.45 s: more than 6.8 s in all       │
│ Memory: 371 MB at once, 2 % of what is free             │
╰─────────────────────────────────────────────────────────╯
 enter run  ↑/↓ field  space on/off  … ? all keys
`,
  );
});

test('a Ray of our own', () => {
  assert.equal(
    frameText(
      setupScreen(sessionState(2, { cluster: reached(ownCluster) }), onRay({ ray: ownTarget })),
      large,
    ),
    `
╭─ fibtui ──────────────────────────────────────────────────────────────────────────────────── SETUP · run · results ─╮
│ AMD EPYC   2 of 2 CPUs usable (2 cores)                                                                             │
│ Node 24.21.0   tinypool 2.2.0   linux 6.1.0 x64   25.0 GB of memory                                                 │
├─ CPU LOAD, LAST 30 s ───────────────────────────────────────────────────────────────────────────────────────────────┤
│ 2 busy                                                                                                 n/a of 2 now │
│                                                                                                                     │
│ 1 busy                                                                                                              │
│                                                                                                                     │
│ cpu0                                                                                                            2 % │
│ cpu1                                                                                                            9 % │
│ ✓ quiet   22.4 GB of memory free                                                                                    │
├─ PLAN ──────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│   Size      50,000 terms    in each Fibonacci sequence                                                              │
│   Tasks     100             sequences: auto, 50 for each CPU                                                        │
│   Workers   2               threads, one per usable CPU                                                             │
│   Rounds    5               in each, every engine does all tasks                                                    │
│   Workload  list            keeps every term, a list in memory                                                      │
│   Engines   [x] local  [x] pool  [ ] python                                                                         │
│ > Ray       [x] start       Ray 2.60.0, 1 node, 2 CPUs, token                                                       │
│ The run will execute Python on http://127.0.0.1:28465                                                               │
│ Ray 2.60.0, 1 node, 2 CPUs, token. One small Python file is sent there. fibtui ends that Ray when it quits.         │
├─ WHAT WILL HAPPEN ──────────────────────────────────────────────────────────────────────────────────────────────────┤
│ 100 sequences of 50,000 terms, one after another (local, about 0.90 s), 2 at a time (pool, about 0.45 s) and 2 at a │
│ time on the cluster (ray, unknown until it has run), five times in turns.                                           │
│ More than 6.8 s in all   Memory: 766 MB at once, 3 % of what is free   112 MB for each task                         │
│ No run of this plan is saved from this machine yet.                                                                 │
├─ TRUST ─────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│   ✓ other programs 3 %                                                                                              │
│   ✓ no steal                                                                                                        │
│   ✓ no throttling                                                                                                   │
│     not reported on this machine: governor                                                                          │
├─ RAY ───────────────────────────────────────────────────────────────────────────────────────────────────────────────┤
│ Address   http://127.0.0.1:28465   a Ray that fibtui starts, from --ray                                             │
│ Ray       2.60.0, protected by a token that fibtui made                                                             │
│ Sent      one small Python file, as the working directory of the job                                                │
│ Python    one on this machine that has Ray, which decides the version                                               │
│ Ends      when fibtui quits, with all of its processes                                                              │
╰─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
 enter run  ↑/↓ field  space on/off  ←/→ address  backspace edit it  ? help  q quit
`,
  );
});

test('where Ray takes long, the row of the rounds says in how many it takes part by itself', () => {
  const rounds = (given: Parameters<typeof withRay>[0]) =>
    frameText(setupScreen(sessionState(2, { cluster: reached(ownCluster) }), onRay(given)), large)
      .split('\n')
      .find((row) => row.includes('Rounds'));
  const long = { ray: ownTarget, size: 200_000, tasks: 40 };
  assert.match(rounds(long) ?? '', /5 +Ray takes part in the first 3: auto/);
  assert.match(rounds({ ...long, rayRounds: 3 }) ?? '', /5 +in each, every engine/);
  assert.match(rounds({ ...long, tasks: 20 }) ?? '', /5 +in each, every engine/);
});
