import { count, duration, factor, factorRange, fraction, percent } from '../../core/format.ts';
import type { Report, ReportCase } from '../../core/report.ts';
import { contentWidth, type Picture, type Room } from '../frame.ts';
import { line, piece, spaced, wrapped, type Line } from '../line.ts';
import { meter } from '../meter.ts';
import type { Theme } from '../theme.ts';
import { bare, ruled, type Zone } from '../zone.ts';

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
      warningsZone(report, width),
    ],
    keys: line(`enter again  ${theme.arrows.leftRight} another size  q quit`),
  };
}

function headZone({ plan, cases, machine }: Report, width: number): Zone {
  const parts = [
    `n ${count(plan.size)}`,
    `N ${count(plan.tasks)} ${plan.tasks === 1 ? 'task' : 'tasks'}`,
    `P ${Math.max(...cases.map(({ workers }) => workers))} on ${machine.usable.count} usable`,
    plan.workload,
    plan.repeats === 1 ? '1 repeat' : `${plan.repeats} repeats`,
  ];
  const head = spaced(
    parts.map((part) => line(part)),
    width,
  );
  return { title: [], priority: 0, variants: [bare([head])] };
}

/** The side-by-side bars: medians on one axis. */
function chartZone({ cases }: Report, width: number, theme: Theme): Zone {
  const axis = Math.max(...cases.map(({ median = 0 }) => median));
  const label = Math.max(8, ...cases.map(({ id }) => id.length + 1));
  const rows = cases.map((found) => chartRow(found, { axis, label, width }, theme));
  return {
    title: line('DURATION   median, shorter is better'),
    priority: 0,
    variants: [ruled(rows), bare(rows)],
  };
}

type Scale = { readonly axis: number; readonly label: number; readonly width: number };

function chartRow(found: ReportCase, { axis, label, width }: Scale, theme: Theme): Line {
  const { id, engine, median, low, high, speedup } = found;
  const { letter, fill } = theme.mark(engine);
  const name = piece(`${letter} ${id.padEnd(label)}`, engine);
  if (median === undefined) {
    return line(name, piece('no finished pass', 'faint'));
  }

  const range = `${duration(low ?? median)} .. ${duration(high ?? median)}`;
  const end = `  ${duration(median).padStart(8)}  ${range.padStart(19)}  ${(speedup ? factor(speedup.value) : '1.00x').padStart(6)}`;
  const cells = width - label - 2 - end.length;
  const drawn = meter(axis > 0 ? median / axis : 0, cells, { glyph: fill, tone: engine }, theme);
  return line(name, ...drawn, end);
}

function verdictZone({ verdict }: Report, width: number): Zone {
  const indent = 'VERDICT  ';
  const rows = wrapped(verdict.sentence, width - indent.length).map((text, row) =>
    line(piece(row === 0 ? indent : ' '.repeat(indent.length), 'strong'), piece(text, 'verdict')),
  );
  return { title: [], priority: 0, variants: [ruled(rows), bare(rows)] };
}

/** What is read off the speed-up of every case that is compared. */
function scoresZone({ cases, plan }: Report, width: number, theme: Theme): Zone {
  const rows = cases.flatMap((found) => {
    const { id, engine, speedup, efficiency, karpFlatt } = found;
    if (!speedup || efficiency === undefined) {
      return [];
    }

    const parts = [
      line(piece(`${theme.mark(engine).letter} ${id}`, engine)),
      line(`speed-up ${factor(speedup.value)} (${factorRange(speedup.low, speedup.high)})`),
      line(`efficiency ${percent(efficiency)}`),
      ...(karpFlatt === undefined ? [] : [line(`Karp-Flatt ${fraction(karpFlatt)}`)]),
    ];
    return [spaced(parts, width)];
  });
  const started = cases.flatMap(({ id }) => {
    const cold = plan.coldStart[id];
    return cold === undefined ? [] : [`${id} ${duration(cold)}`];
  });
  const cold = line(piece(started.length > 0 ? `cold start  ${started.join('   ')}` : '', 'faint'));
  return {
    title: line('SCORES'),
    priority: 1,
    variants: [ruled([...rows, cold]), ruled(rows), bare(rows)],
  };
}

/** Every repeat, marked where it is an outlier, beside what was expected. */
function repeatsZone({ cases, passes }: Report, width: number, theme: Theme): Zone {
  const rows = cases.map(({ id, engine, outliers, forecast }) => {
    const marked = new Set(outliers.map(({ round }) => round));
    const walls = passes
      .filter((pass) => pass.case === id)
      .toSorted((a, b) => a.round - b.round)
      .map((pass) =>
        pass.status === 'finished'
          ? `${duration(pass.wall)}${marked.has(pass.round) ? '!' : ''}`
          : pass.status,
      );
    return spaced(
      [
        line(piece(`${theme.mark(engine).letter} ${id}`.padEnd(9), engine)),
        ...(forecast ? [line(piece(`expected ${duration(forecast.wall)}`, 'faint'))] : []),
        ...walls.map((wall) => line(wall)),
      ],
      width,
    );
  });
  return { title: line('REPEATS'), priority: 3, variants: [ruled(rows), bare(rows), bare([])] };
}

function warningsZone({ warnings, finished }: Report, width: number): Zone {
  const texts = [
    ...(finished ? [] : ['interrupted: only what had finished is counted']),
    ...warnings.map(({ message }) => message),
  ];
  const rows = texts.map((text) => wrapped(`! ${text}`, width));
  const full = rows.flat().map((text) => line(piece(text, 'warning')));
  const short = rows.flatMap(([text = '']) => [line(piece(text, 'warning'))]);
  return {
    title: [],
    priority: 2,
    variants: [bare(full), bare(short), bare(short.slice(0, 1)), bare([])],
  };
}
