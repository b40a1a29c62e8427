import { runsHere } from '../../core/plan/engines.ts';
import { isRaised } from '../../core/plan/task-count.ts';
import type { Report } from '../../core/report/report.ts';
import { count, counted } from '../../core/text/format.ts';
import type { Paper } from '../paper.ts';
import { blank, piece, printed, widthIn, type Row } from '../rows.ts';
import { stoppedTexts } from '../../core/report/stopped-after.ts';
import { chartRows } from './chart-rows.ts';
import { rayRows, workersRows } from './figure-rows.ts';
import { noteRows } from './note-rows.ts';

/** The report as plain text, the verdict last: in a log that is where one looks. Ends in a line break. */
export function summaryOf(report: Report, paper: Paper): string {
  const width = widthIn(paper);
  const groups = [
    headRows(report),
    chartRows(report, paper),
    workersRows(report, width),
    rayRows(report, width),
    noteRows(report, paper),
  ].filter(({ length }) => length > 0);
  const rows = groups.flatMap((group, index) => (index === 0 ? group : [blank, ...group]));
  return printed(rows, paper);
}

function headRows(report: Report): readonly Row[] {
  const { fibtui, plan, machine } = report;
  const { count: usable, online } = machine.usable;
  const asked = [
    plan.workload,
    counted(plan.size, 'term'),
    `${counted(plan.tasks, 'task')}${tasksFrom(report)}`,
    counted(plan.rounds, 'round'),
  ].join(', ');
  const where = `${machine.cpu}, ${count(usable)} of ${counted(online, 'CPU')}`;
  return [
    [piece(`fibtui ${fibtui}   ${asked}   ${where}`, 'strong')],
    ...stoppedTexts(report).map((text): Row => [piece(text, 'warning')]),
  ];
}

/** Where the number of tasks comes from, unless from the user. */
function tasksFrom({ plan, cases, machine }: Report): string {
  const { tasksFrom: from, tasks } = plan;
  const onCluster = cases.some(({ engine, workers }) => !runsHere(engine) && workers === tasks);
  const raised = from === 'auto' && onCluster && isRaised(plan, machine.usable.count);
  return from === 'user' ? '' : ` (${from}${raised ? ': one per CPU of the cluster' : ''})`;
}
