import type { Report } from '../source/core/report/report.ts';
import type { Milliseconds } from '../source/core/units.ts';
import { duration } from '../source/core/text/format.ts';
import { printedBy } from '../test/helpers/terminal/terminal-free.ts';
import { program } from '../test/helpers/terminal/terminal.ts';
import { judge, within } from './helpers/bars.ts';
import { headline } from './helpers/command.ts';

// Does a pass take the CPU time that the report tells? Runs the default plan with 5 and with 15 rounds, and compares
// what the ten rounds more cost: the sum over the passes in the report (`conditions.own`), and the user and system time
// that bash's `time` gets for the whole program, all of its processes and threads: `npm run bench:cost`.

const [few, many] = [5, 15] as const;

type Cost = { readonly told: Milliseconds; readonly seen: Milliseconds };

headline(`CPU time of ${many} rounds less that of ${few}, as the report and as the shell has it`);
const [short, long] = [await costOf(few), await costOf(many)];
const [told, seen] = [long.told - short.told, long.seen - short.seen];
console.log(`the report   ${duration(told).padStart(7)}`);
console.log(`the shell    ${duration(seen).padStart(7)}\n`);
judge([within('CPU time told against CPU time seen', told / seen, 0.02)]);

async function costOf(rounds: number): Promise<Cost> {
  const plan = ['--json', '--no-history', '--rounds', String(rounds)];
  const { code, stdout, stderr } = await printedBy([
    'bash',
    '-c',
    'TIMEFORMAT=\'cpu %3U %3S\'; time "$@"',
    'bash',
    process.execPath,
    program,
    ...plan,
  ]);
  const [, user = '', system = ''] = /^cpu ([\d.]+) ([\d.]+)$/m.exec(stderr) ?? [];
  if (code !== 0 || user === '') {
    throw new Error(`fibtui ended with ${code}: ${stderr}`);
  }

  const { passes } = JSON.parse(stdout) as Report;
  const told = passes.reduce((sum, { conditions }) => sum + (conditions?.own ?? Number.NaN), 0);
  const cost = { told, seen: (Number(user) + Number(system)) * 1000 };
  console.log(
    `${rounds} rounds: told ${duration(cost.told)}, the whole program ${duration(cost.seen)}`,
  );
  return cost;
}
