import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { suite, test } from 'node:test';
import { needsCluster, takes } from '../../source/core/plan/engines.ts';
import type { Plan } from '../../source/core/plan/plan.ts';
import { planOf } from '../../source/core/plan/plan-of.ts';
import {
  defaultSettings,
  engineNames,
  rangeOf,
  type Settings,
} from '../../source/core/plan/settings.ts';
import { workloadNames } from '../../source/core/plan/workload.ts';
import { commandOf } from '../../source/core/report/command.ts';
import { wordsIn } from '../../source/core/text/shell-words.ts';
import { readOptions } from '../../source/options/read-options.ts';
import { seeded } from '../helpers/numbers/random.ts';
import { calibrationWith } from '../helpers/profiles/profiles.ts';

const circumstances = { cpus: 6, calibration: calibrationWith() };
const planWith = (settings: Partial<Settings>): Plan =>
  planOf({ ...defaultSettings, ...settings }, circumstances);

const commandWith = (settings: Partial<Settings>, force = false): string =>
  commandOf(planWith(settings), { force });

suite('the command that rounds a run', () => {
  test('spells every setting out', () => {
    assert.equal(
      commandWith({ workers: 3, tasks: 'auto' }),
      'fibtui --workload list --size 50000 --tasks 120 --engines local,pool --workers 3 --rounds 5',
    );
  });

  test('names no workers without a pool, and Ray with its rounds', () => {
    const ray = { at: 'http://10.0.0.7:8265', from: '--ray' };
    assert.equal(
      commandWith({ engines: ['local', 'ray'], tasks: 8, ray }),
      'fibtui --workload list --size 50000 --tasks 8 --engines local,ray --rounds 5 --ray http://10.0.0.7:8265 --ray-rounds 5',
    );
  });

  test('names the Python of a run without Ray', () => {
    assert.equal(
      commandWith({ engines: ['local', 'python'], tasks: 8, rayPython: 'python3.12' }),
      'fibtui --workload list --size 50000 --tasks 8 --engines local,python --rounds 5 --ray-python python3.12',
    );
  });

  test('is forced where the run was', () => {
    assert.match(commandWith({}, true), / --force$/);
  });

  test('quotes a path with a blank or a quote for a POSIX shell', () => {
    const command = commandWith({
      engines: ['ray'],
      rayPython: "/opt/it's mine/bin/python3",
      rayCa: '/tmp/a b.pem',
    });
    const end = String.raw` --ray-python '/opt/it'\''s mine/bin/python3' --ray-ca '/tmp/a b.pem'`;
    assert.equal(command.slice(-end.length), end);
    assert.deepEqual(wordsIn(command).slice(-3), [
      String.raw`'/opt/it'\''s mine/bin/python3'`,
      '--ray-ca',
      `'/tmp/a b.pem'`,
    ]);
  });

  for (const [at, shown] of [
    ['http://me:secret@10.0.0.7:8265', 'http://10.0.0.7:8265'],
    ['https://token@ray.example/base?token=secret', 'https://ray.example/base'],
    ['https://ray.example/base#secret', 'https://ray.example/base'],
    ['me:secret@10.0.0.7:8265', '10.0.0.7:8265'],
    ['start', 'start'],
  ] as const) {
    test(`holds nothing secret of ${at}`, () => {
      const command = commandWith({ engines: ['ray'], ray: { at, from: '--ray' } });
      assert.equal(/ --ray (\S+)/.exec(command)?.[1], shown);
      assert.doesNotMatch(command, /secret|token/);
    });
  }

  test('read by a shell and by the options it makes the same plan: 400 random ones', () => {
    const random = seeded(16);
    const plans = Array.from({ length: 400 }, () => planOf(randomSettings(random), circumstances));
    const lines = plans.map((plan) => {
      const force = random() < 0.2;
      return { plan, force, command: commandOf(plan, { force }) };
    });
    for (const [index, argv] of readByShell(lines.map(({ command }) => command)).entries()) {
      const { plan, force, command } = lines[index]!;
      const [name, ...args] = argv;
      assert.equal(name, 'fibtui');
      const invocation = readOptions(args, '1.2.3');
      assert.equal(invocation.type, 'run', command);
      const { settings } = invocation.options;
      assert.equal(settings.force, force, command);
      assert.deepEqual(compared(planOf(settings, circumstances)), compared(plan), command);
    }
  });
});

/** A plan apart from where its tasks and its address come from: now from the command line. */
const compared = (plan: Plan) => ({
  ...plan,
  tasksFrom: 'user',
  ray: plan.ray && { ...plan.ray, target: plan.ray.target.at },
});

/** The words of each command as `sh` reads them. */
function readByShell(commands: readonly string[]): ReadonlyArray<readonly string[]> {
  const script = commands.map((command) => String.raw`printf '%s\0' ${command}; echo`).join('\n');
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' })
    .split('\0\n')
    .slice(0, -1)
    .map((line) => line.split('\0'));
}

function randomSettings(random: () => number): Settings {
  const from = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const upTo = (most: number): number => Math.ceil(random() ** 3 * most);
  const workload = from(workloadNames);
  const possible = engineNames.filter((engine) => takes(engine, workload));
  const engines = Array.from({ length: upTo(8) }, () => from(possible));
  const rounds = upTo(rangeOf('rounds', workload).most);
  const words = ['auto', 'cpus', ...(needsCluster(engines) ? (['cluster'] as const) : [])] as const;
  return {
    ...defaultSettings,
    workload,
    engines,
    rounds,
    size: upTo(rangeOf('size', workload).most),
    tasks: random() < 0.5 ? from(words) : upTo(1_000_000),
    workers: random() < 0.5 ? 'cpus' : upTo(1024),
    rayRounds: upTo(1000),
    ray: {
      at: from(['start', 'http://10.0.0.7:8265', 'https://ray.example/a/b', 'http://[::1]:99']),
      from: 'RAY_ADDRESS',
    },
    ...(needsCluster(engines)
      ? { rayPython: from(['/opt/a b/python', './it’s', '/x/$HOME`y`"z"', "/q/'/\\/*"]) }
      : {}),
  };
}
