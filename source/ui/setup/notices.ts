import { quietShare } from '../../core/report/trust/quiet.ts';
import { percent } from '../../core/text/format.ts';
import { stoppedTexts } from '../../core/profile/stopped-text.ts';
import type { Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, later, type Zone } from '../canvas/zone.ts';
import { clipped, fits, type Paragraph, type TextRoom } from '../canvas/paragraphs.ts';
import type { PlanView } from './plan-view.ts';
import { consent } from './ray-texts.ts';
import { priorities } from './priorities.ts';

/** Characters of the longest failure with its hint. */
const longText = 225;

/**
 * The rows below the plan: why a key or the plan was refused, why Ray was not reached, or what will be sent to which
 * cluster. The rows stay reserved while they are empty, so that nothing moves.
 */
export function noticeZone(view: PlanView, width: number, theme: Theme): Zone {
  const most = mostRows(width);
  const needed = neededRows(view, width, theme);
  const heights = Array.from({ length: most }, (_, index) => most - index);
  const turnOf = (height: number) => {
    if (height > needed) {
      return priorities.spare;
    }

    return height > 2 ? priorities.notice : priorities.trust;
  };
  const variants = heights
    .filter((height) => height >= fewestRows(view))
    .map((height) => later(turnOf(height), bare(noticeRows(view, { width, height }, theme))));
  return { title: [], priority: priorities.trust, variants };
}

const mostRows = (width: number): number => Math.max(2, Math.ceil(longText / width));

/** The rows that the whole notice needs; at least one stays reserved. */
export function neededRows(view: PlanView, width: number, theme: Theme): number {
  const rows = saidRows(view, { width, height: mostRows(width) }, theme);
  return Math.max(fewestRows(view), rows.length, 1);
}

/** One row for the consent, and another for a warning about the cluster. */
export const fewestRows = (view: PlanView): number => (remarksShown(view).length > 0 ? 2 : 1);

const remarksShown = (view: PlanView): readonly string[] =>
  view.ray.type === 'reached' && warningsOf(view).length === 0 ? view.ray.cluster.remarks : [];

function noticeRows(view: PlanView, room: TextRoom, theme: Theme): readonly Line[] {
  const rows = saidRows(view, room, theme);
  return Array.from({ length: room.height }, (_, index) => rows[index] ?? []);
}

function saidRows(view: PlanView, room: TextRoom, theme: Theme): readonly Line[] {
  const warnings = warningsOf(view).map((text): Paragraph => ({
    text: `${theme.marks.note} ${text}`,
    tone: 'warning',
  }));
  const said = [
    ...warnings,
    ...waitTexts(view).map((text): Paragraph => ({ text, tone: 'strong' })),
  ];
  const shown = said.find((text) => fits([text], room)) ?? said.at(-1);
  return clipped(shown ? [shown] : consent(view, room, theme), room);
}

/** That a start waits for a quiet machine, for what and for how long, from the longest wording to the shortest. */
function waitTexts({ wait, others, now }: PlanView): readonly string[] {
  if (!wait) {
    return [];
  }

  const left = `${Math.max(0, Math.ceil((wait.since + wait.most - now) / 1000))} s`;
  const less = percent(quietShare);
  const use = others === undefined ? 'unknown' : percent(others);
  return [
    `Waiting for a quiet machine. Other programs use ${use} of the CPUs; the run begins when they have used less than ${less} for 5 s, or in any case in ${left}.`,
    `Waiting: other programs use ${use} of the CPUs, less than ${less} is quiet. The run begins in ${left} in any case.`,
    `Waiting: others use ${use}, quiet is below ${less}; ${left} left`,
  ];
}

/** Why nothing goes on, or a key, the plan or Ray was refused, from the longest wording to the shortest; empty if nothing was. */
function warningsOf({ form, preview, ray, stopped }: PlanView): readonly string[] {
  if (stopped) {
    return stoppedTexts(stopped);
  }

  if (form.notice !== undefined) {
    return [form.notice];
  }

  if (preview.refused?.cause === 'tasks') {
    return [
      `${preview.refused.refusal}. Take fewer tasks or rounds, or press f to run it anyway.`,
      'Too many tasks: take fewer, or press f to run anyway.',
    ];
  }

  if (preview.refused?.cause === 'cluster') {
    return [
      `${preview.refused.refusal}. Press p to take pair instead, or f to run it anyway.`,
      `${preview.refused.refusal}: p takes pair, f runs anyway.`,
      'Too much memory on the cluster: p takes pair, f runs it anyway.',
    ];
  }

  if (preview.refused) {
    return [
      'Too much memory: press p to take pair instead, or f to run it anyway.',
      'Too much memory: p takes pair instead, f runs it anyway.',
      'Too much memory: p takes pair, f runs it anyway.',
    ];
  }

  if (ray.type === 'missed') {
    // The row above already shows the address and its source.
    const { message, hint } = ray.failure;
    const from = ` (from ${form.settings.ray.from})`;
    const text = message.replace(from, '');
    return [text, text.replace(/ at \S+(?=: )/, '')].map((cause) => `${cause} ${hint}`);
  }

  return [];
}
