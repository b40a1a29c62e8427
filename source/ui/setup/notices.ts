import { stoppedTexts } from '../../core/profile/stopped-text.ts';
import type { Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, later, type Zone } from '../canvas/zone.ts';
import { clipped, fits, type Paragraph, type TextRoom } from '../canvas/paragraphs.ts';
import type { PlanView } from './plan-view.ts';
import { consent } from './ray-consent.ts';
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
    text: `! ${text}`,
    tone: 'warning',
  }));
  const warning = warnings.find((text) => fits([text], room)) ?? warnings.at(-1);
  return clipped(warning ? [warning] : consent(view, room, theme), room);
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
      `${preview.refused.refusal}; fewer of them fit, f forces it`,
      'too many tasks: fewer of them fit, f forces it',
    ];
  }

  if (preview.refused) {
    return form.field === 'address'
      ? ['too much memory: p (pair) and f (force) work above']
      : ['too much memory: p takes pair instead, f forces it'];
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
