import { wrapped } from '../../core/wrapped.ts';
import { count } from '../../core/format.ts';
import type { Report } from '../../core/report.ts';
import { contentWidth, type Picture, type Room } from '../frame.ts';
import { firstFitting, line, piece } from '../line.ts';
import type { Theme } from '../theme.ts';
import { bare, ruled, type Zone } from '../zone.ts';
import { chartZone } from '../zones/chart.ts';
import { repeatsZone } from '../zones/repeats.ts';
import { scoresZone } from '../zones/scores.ts';
import { spreadZone } from '../zones/spread.ts';

export function resultsPicture(report: Report, room: Room, theme: Theme): Picture {
  const width = contentWidth(room);
  return {
    trail: ['setup', 'run', 'RESULTS'],
    zones: [
      headZone(report, width),
      chartZone(report, width, theme),
      verdictZone(report, width),
      scoresZone(report, width, theme),
      repeatsZone(report, width, theme),
      spreadZone(report, width, theme),
      warningsZone(report, width),
    ],
    keys: line(`enter again  ${theme.arrows.leftRight} another size  ? help  q quit`),
  };
}

/** In a narrow window the numbers stand for themselves, as they do during the run. */
function headZone({ plan, cases, machine }: Report, width: number): Zone {
  const workers = `P ${Math.max(...cases.map((found) => found.workers))}`;
  const tasks = `N ${count(plan.tasks)}`;
  const ofUsable = `${workers} on ${machine.usable.count} usable`;
  const forms = [
    [`${tasks} ${plan.tasks === 1 ? 'task' : 'tasks'}`, ofUsable],
    [tasks, ofUsable],
    [tasks, workers],
  ];
  const repeats = plan.repeats === 1 ? '1 repeat' : `${plan.repeats} repeats`;
  const heads = forms.map((form) =>
    [`n ${count(plan.size)}`, ...form, plan.workload, repeats].map((part) => line(part)),
  );
  return { title: [], priority: 0, variants: [bare([firstFitting(heads, width)])] };
}

function verdictZone({ verdict }: Report, width: number): Zone {
  const label = 'VERDICT  ';
  const rows = wrapped(verdict.sentence, width - label.length).map((text, row) =>
    line(piece(row === 0 ? label : ' '.repeat(label.length), 'strong'), piece(text, 'verdict')),
  );
  return { title: [], priority: 0, variants: [ruled(rows), bare(rows)] };
}

/** All of every warning, then the beginning of each, then of the first alone. */
function warningsZone({ warnings, finished }: Report, width: number): Zone {
  const texts = [
    ...(finished ? [] : ['interrupted: only what had finished is counted']),
    ...warnings.map(({ message }) => message),
  ].map((text) => wrapped(text, width - 2));
  const rows = texts.map((text) =>
    text.map((part, row) => line(piece(`${row === 0 ? '!' : ' '} ${part}`, 'warning'))),
  );
  const first = rows.flatMap((text) => text.slice(0, 1));
  return {
    title: [],
    priority: 2,
    variants: [bare(rows.flat()), bare(first), bare(first.slice(0, 1)), bare([])],
  };
}
