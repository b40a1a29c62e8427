import { runsHere } from '../../core/plan/engines.ts';
import type { Plan } from '../../core/plan/plan.ts';
import {
  expectedTexts,
  forecastWalls,
  outlookTexts,
  totalText,
  type ExpectedWalls,
} from '../../core/plan/outlook-text.ts';
import { widthOf } from '../../core/text/cells.ts';
import { cut } from '../../core/text/cut.ts';
import { bytes } from '../../core/text/format.ts';
import { wrap } from '../../core/text/wrap.ts';
import { firstFitting, line, piece, spaced, spinner, type Line } from '../canvas/line.ts';
import { clipped, fits } from '../canvas/paragraphs.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, later, ruled, type Zone } from '../canvas/zone.ts';
import { lastTimeTexts, type RunsOfPlan } from './last-runs.ts';
import type { Preview } from './preview.ts';
import { priorities } from './priorities.ts';

export type OutlookView = {
  readonly preview: Preview;
  readonly last: RunsOfPlan;
  /** Whether a notice needs rows. */
  readonly crowded: boolean;
};

/** What a run will do, how long it will take and how much memory, and how the last run of the plan ended. */
export function outlookZone(view: OutlookView, width: number, theme: Theme): Zone {
  const dense = [expectedLine(view, width), withLast(memoryLine(view.preview, theme), view, width)];
  return {
    title: line('WHAT WILL HAPPEN'),
    priority: priorities.outlook,
    variants: [
      later(
        view.crowded ? priorities.lateSentences : priorities.sentences,
        ruled([...sentenceRows(view, width), sumsLine(view, width, theme), endLine(view, width)]),
      ),
      later(priorities.sentences, ruled(dense)),
      bare(dense),
    ],
  };
}

/** Numbers as wide as usual: rows are reserved for them, so that nothing moves when others are known or typed. */
const usual = { wall: 450, size: 100_000, tasks: 1000 } as const;

function usualTexts(outline: Plan): readonly [string, ...string[]] {
  const cases = outline.cases.map((planned) => ({ ...planned, ...usual }));
  const foreseen = cases.filter(({ engine }) => runsHere(engine));
  const walls = Object.fromEntries(foreseen.map(({ id, wall }) => [id, wall]));
  return outlookTexts({ ...outline, cases }, walls);
}

/** As many rows as the sentences need with numbers, also while there are none. */
function sentenceRows({ preview, last }: OutlookView, width: number): readonly Line[] {
  const { outline } = preview;
  if (!outline) {
    return [[], []];
  }

  const height = wrap(usualTexts(outline)[0], width).length;
  const texts = outlookTexts(outline, wallsOf(preview, last));
  const shown = texts
    .map((text) => [{ text, tone: 'plain' } as const])
    .find((paragraphs) => fits(paragraphs, { width, height }));
  const rows = clipped(shown ?? [{ text: texts.at(-1)!, tone: 'plain' }], { width, height });
  return Array.from({ length: height }, (_, index) => rows[index] ?? []);
}

/** As long as the last time, or as forecast. */
const wallsOf = ({ forecast }: Preview, [last]: RunsOfPlan): ExpectedWalls => ({
  ...(forecast ? forecastWalls(forecast) : {}),
  ...last?.run.results?.walls,
});

/** The times in one row. */
function expectedLine({ preview, last }: OutlookView, width: number): Line {
  const { outline } = preview;
  const texts = outline ? expectedTexts(outline, wallsOf(preview, last)) : [];
  const shown = texts.find((text) => widthOf(text) <= width) ?? texts.at(-1);
  return shown === undefined ? timingLine(preview) : line(cut(shown, width));
}

const timingLine = ({ workload, uncalibrated }: Preview): Line =>
  uncalibrated
    ? line(`${workload} could not be timed: no forecast`)
    : line(spinner, ` timing ${workload} on one worker, for a forecast`);

/** The last run of the plan; until it is known that there is one, what is missing for a forecast. */
function endLine({ preview, last }: OutlookView, width: number): Line {
  if (!preview.forecast && last.length === 0) {
    return timingLine(preview);
  }

  const texts = last.length > 0 ? lastTimeTexts(last) : [neverText];
  return line(piece(texts.find((text) => widthOf(text) <= width) ?? texts.at(-1) ?? '', 'quiet'));
}

const neverText = 'No run of this plan is saved from this machine yet.';

function withLast(memory: Line, { last }: OutlookView, width: number): Line {
  const text = lastTimeTexts(last).at(-1);
  return last.length > 0 && text !== undefined
    ? spaced([memory, line(piece(text, 'quiet'))], width)
    : memory;
}

/** All the time and all the memory. */
function sumsLine({ preview, last }: OutlookView, width: number, theme: Theme): Line {
  const { outline, taskMemory } = preview;
  const total = outline && totalText(outline, wallsOf(preview, last));
  const task = line(piece(`${bytes(taskMemory)} for each task`, 'quiet'));
  const [memory, brief] = [memoryLine(preview, theme), briefMemoryLine(preview, theme)];
  const time = total === undefined ? [] : [line(total)];
  const forms = [
    [...time, memory, ...(preview.memory ? [task] : [])],
    [...time, memory],
    ...(preview.memory?.level === 'refuse' ? [] : [[...time, brief]]),
    [memory],
  ];
  return firstFitting(forms, width);
}

const memoryLine = (preview: Preview, theme: Theme): Line =>
  memoryText(preview, theme, (sentence) => sentence.replace(': ', ', '));

/** Without its share of what is free. */
const briefMemoryLine = (preview: Preview, theme: Theme): Line =>
  memoryText(preview, theme, (sentence) => sentence.replace(/:.*/, ''));

function memoryText(
  { memory, taskMemory }: Preview,
  { marks }: Theme,
  worded: (sentence: string) => string,
): Line {
  if (!memory) {
    return line(`Memory: ${bytes(taskMemory)} for each task`);
  }

  const { level, sentence } = memory;
  const text = `Memory: ${worded(sentence)}`;
  return line(level === 'fine' ? text : piece(`${marks.note} ${text}`, 'warning'));
}
