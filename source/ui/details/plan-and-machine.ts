import { runsHere } from '../../core/plan/engines.ts';
import type { TasksFrom } from '../../core/plan/plan.ts';
import { workloads } from '../../core/plan/workload.ts';
import { coresAndThreads, runtimeOf } from '../../core/machine/machine-text.ts';
import type { Machine, UsableCpus } from '../../core/machine/machine.ts';
import type { ReportCase } from '../../core/report/figures/report-case.ts';
import type { ReportPlan } from '../../core/report/figures/report-plan.ts';
import { rayAccountOf } from '../../core/report/losses/ray-account.ts';
import type { Report } from '../../core/report/report.ts';
import { bytes, count, counted, shortDecimal } from '../../core/text/format.ts';
import { factRows, type Fact } from './facts.ts';
import { paragraph, type DetailsRequest, type Section } from './section.ts';

/** The plan, spelled out. */
export function planSection({ report, width }: DetailsRequest): Section {
  const { plan, cases } = report;
  const { workload, size, tasks, tasksFrom, rounds } = plan;
  return {
    title: 'PLAN',
    rows: factRows(
      [
        { name: 'workload', value: workload, meaning: workloads[workload].summary },
        {
          name: 'size',
          value: counted(size, 'term'),
          meaning: 'of the sequence that a task computes',
        },
        { name: 'tasks', value: count(tasks), meaning: tasksTexts[tasksFrom] },
        ...cases.map((found) => caseFact(report, found)),
        { name: 'rounds', value: count(rounds), meaning: orderText(plan) },
        { name: 'started', value: startedText(report.startedAt), meaning: endedText(report) },
      ],
      width,
    ),
  };
}

const tasksTexts: Readonly<Record<TasksFrom, string>> = {
  auto: 'auto: so many that local takes a second or more',
  cpus: 'one for every usable CPU',
  cluster: 'one for every CPU of the cluster',
  user: 'as asked for',
};

function caseFact({ cases, passes }: Report, { id, engine, workers }: ReportCase): Fact {
  const value = counted(workers, 'worker');
  if (runsHere(engine)) {
    return {
      name: id,
      value,
      meaning: workers === 1 ? 'one task after another' : `${workers} tasks at a time`,
    };
  }

  const place = rayAccountOf({ cases, passes }, id)?.place;
  return { name: id, value, meaning: place ?? 'processes of the cluster' };
}

/** In which order the engines took their turns in the first rounds. */
function orderText({ order }: ReportPlan): string {
  const [first = '', second] = order.map((ids) => ids.join(', '));
  return second === undefined ? `in order: ${first}` : `in turns: ${first}, then ${second}, …`;
}

/** In the reader's time zone. */
function startedText(startedAt: string): string {
  const date = new Date(startedAt);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

const endedText = ({ finished, fibtui }: Report): string =>
  `${finished ? 'ran to its end' : 'stopped early'}, with fibtui ${fibtui}`;

/** The command that runs the plan again. */
export const commandSection = ({ report, width }: DetailsRequest): Section => ({
  title: 'RUN IT AGAIN',
  rows: paragraph(report.command, width),
});

/** The machine and what ran on it. */
export function machineSection({ report: { machine }, width }: DetailsRequest): Section {
  const { usable, memory, governor } = machine;
  return {
    title: 'MACHINE',
    rows: [
      ...paragraph(machine.cpu, width),
      ...factRows(
        [
          { name: 'CPUs', value: count(machine.threads), meaning: cpusText(machine) },
          { name: 'usable', value: count(usable.count), meaning: usableText(usable) },
          {
            name: 'memory',
            value: bytes(memory.total),
            meaning: `${bytes(memory.limit)} free for this run`,
          },
          ...(governor
            ? [
                {
                  name: 'governor',
                  value: governor.names.join(', '),
                  meaning: `sets the clock, with the driver ${governor.driver}`,
                },
              ]
            : []),
        ],
        width,
      ),
      ...paragraph(runtimeOf(machine).join(', '), width, 'quiet'),
    ],
  };
}

const cpusText = (machine: Machine): string => {
  const { sockets } = machine;
  const where = sockets === undefined ? '' : `, ${counted(sockets, 'socket')}`;
  return `${coresAndThreads(machine)}${where}`;
};

/** What limits the usable CPUs: the smallest of these. */
function usableText({ online, affinity, quota }: UsableCpus): string {
  const granted = quota === undefined ? 'no quota' : `a quota of ${shortDecimal(quota)}`;
  return `the least of ${online} online, ${affinity} allowed to this process, ${granted}`;
}
