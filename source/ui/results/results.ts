import { wrap } from '../../core/text/wrap.ts';
import { count, counted } from '../../core/text/format.ts';
import type { Report } from '../../core/report/report.ts';
import { isNote } from '../../core/report/warnings.ts';
import { widthText } from '../../core/report/width-text.ts';
import { contentWidth, keysWidth, type Picture, type Room } from '../canvas/frame.ts';
import { firstFitting, line, piece, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, fixed, later, ruled, type Zone } from '../canvas/zone.ts';
import { adviceZone } from './advice.ts';
import { budgetZones } from './budget.ts';
import { chartZone } from './chart.ts';
import { collectingZone } from './collecting.ts';
import { clipped } from '../canvas/paragraphs.ts';
import { rayZones } from './ray.ts';
import { roundsZone } from './rounds.ts';
import { priorities } from './priorities.ts';
import { scoresZone } from './scores.ts';
import { spreadZone } from './spread.ts';
import { trustOfRunZone } from './trust.ts';

export type ResultsView = {
  readonly report: Report;
  /** Whether the list of saved runs can be opened from here. */
  readonly listed: boolean;
  /** Cells of a row; those of the whole window if omitted. */
  readonly width?: number;
  /** What explains Ray, below the chart. */
  readonly rayZones?: readonly Zone[];
};

export function resultsPicture(view: ResultsView, room: Room, theme: Theme): Picture {
  const { report, width = contentWidth(room) } = view;
  return {
    trail: ['setup', 'run', 'RESULTS'],
    zones: {
      head: headZone(report, width),
      chart: chartZone(report, width, theme),
      verdict: verdictZone(report, width),
      scores: scoresZone(report, width, theme),
      collecting: collectingZone(report, width),
      ray: view.rayZones ?? rayZones(report, width, theme),
      budget: budgetZones(report, width, theme),
      advice: adviceZone(report, width),
      rounds: roundsZone(report, width, theme),
      spread: spreadZone(report, width, theme),
      trust: trustOfRunZone(report, width),
      warnings: warningsZone(report, width),
    },
    keys: resultsKeys(view, room, theme),
  };
}

/** The key hints of the results, in the longest wording that fits. */
function resultsKeys(
  { report: { warnings, advice }, listed }: ResultsView,
  room: Room,
  { arrows }: Theme,
): Line {
  const logged = warnings.some(({ log }) => log !== undefined);
  const check = advice.find((found) => found.check)?.check;
  const hints = [
    ['another size', `m with ${check}`, "d driver's log", 'g timeline', 'h history'],
    ['another size', `m with ${check}`, 'd log', 'g timeline', 'h history'],
    ['size', `m ${check}`, 'd log', 'g timeline', 'h history'],
    ['another size', `m with ${check}`, 'd log', 'g timeline'],
    ['size', `m ${check}`, 'd log', 'g timeline'],
    ['size', 'm', 'd log', 'g timeline'],
    ['size', 'm', 'd log'],
  ].map(([size, memory, log, timeline, list]) =>
    [
      'enter again',
      `${arrows.leftRight} ${size}`,
      ...(check ? [memory] : []),
      ...(logged ? [log] : []),
      ...(timeline ? [timeline] : []),
      ...(listed && list ? [list] : []),
      '? help',
      'q quit',
    ].join('  '),
  );
  return line(hints.find(({ length }) => length <= keysWidth(room)) ?? hints.at(-1) ?? '');
}

/** In a narrow window the numbers stand without words, as during the run. */
function headZone({ plan, cases, machine }: Report, width: number): Zone {
  const workers = widthText(cases);
  const tasks = `N ${count(plan.tasks)}`;
  const ofUsable = widthText(cases, ` on ${machine.usable.count} usable`);
  const forms = [
    [`N ${counted(plan.tasks, 'task')}`, ofUsable],
    [tasks, ofUsable],
    [tasks, workers],
  ];
  const rounds = counted(plan.rounds, 'round');
  const heads = forms.map((form) =>
    [`n ${count(plan.size)}`, ...form, plan.workload, rounds].map((part) => line(part)),
  );
  return fixed(bare([firstFitting(heads, width)]));
}

function verdictZone({ verdict }: Report, width: number): Zone {
  const label = 'VERDICT  ';
  const rows = wrap(verdict.sentence, width - label.length).map((text, row) =>
    line(piece(row === 0 ? label : ' '.repeat(label.length), 'strong'), piece(text, 'answer')),
  );
  return fixed(later(priorities.verdictRule, ruled(rows)), bare(rows));
}

/**
 * From whole warnings with notes down to the beginning of the first warning. If a pass failed, whole warnings have a
 * higher priority, because the hint stands at their end.
 */
function warningsZone({ warnings, finished, passes }: Report, width: number): Zone {
  const failed = passes.some(({ status }) => status === 'failed');
  const texts = [
    ...(finished ? [] : ['interrupted: only what had finished is counted']),
    ...warnings.filter((found) => !isNote(found)).map(({ message }) => message),
  ];
  const whole = texts.flatMap((text) => warningRows(text, width));
  const first = texts.map((text) => warningRow(text, width));
  const notes = warnings.filter(isNote).flatMap(({ message }) => warningRows(message, width));
  return {
    title: [],
    priority: priorities.warning,
    variants: [
      later(priorities.staircase, bare([...whole, ...notes])),
      later(failed ? priorities.warning : priorities.warnings, bare(whole)),
      bare(first),
      bare(first.slice(0, 1)),
      bare([]),
    ],
  };
}

const warningRows = (text: string, width: number): readonly Line[] =>
  wrap(text, width - 2).map((part, row) =>
    line(piece(`${row === 0 ? '!' : ' '} ${part}`, 'warning')),
  );

/** The beginning of a warning, marked if it is cut. */
const warningRow = (text: string, width: number): Line =>
  line(
    piece('! ', 'warning'),
    ...clipped([{ text, tone: 'warning' }], { width: width - 2, height: 1 }).flat(),
  );
