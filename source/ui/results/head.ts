import { count, counted } from '../../core/text/format.ts';
import type { Report } from '../../core/report/report.ts';
import { justified, lengthOf, line, piece } from '../canvas/line.ts';
import { bare, fixed, type Zone } from '../canvas/zone.ts';

const separator = ' · ';
const gap = 2;

/** What ran, and on what: "list · 50,000 terms · 200 tasks · 5 rounds      AMD EPYC · 2 of 2 CPUs". */
export function headZone({ plan, machine }: Report, width: number): Zone {
  const { workload, size, tasks, rounds } = plan;
  const left = line(
    [workload, `${count(size)} terms`, counted(tasks, 'task'), counted(rounds, 'round')].join(
      separator,
    ),
  );
  const { count: usable, online } = machine.usable;
  const cpus = `${usable} of ${counted(online, 'CPU')}`;
  const words = machine.cpu.split(' ');
  const names = words.map((_, index) => words.slice(0, words.length - index).join(' '));
  const right = [...names.map((name) => `${name}${separator}${cpus}`), cpus]
    .map((text) => line(piece(text, 'quiet')))
    .find((text) => lengthOf(left) + gap + lengthOf(text) <= width);
  return fixed(bare([right ? justified(left, right, width) : left]));
}
