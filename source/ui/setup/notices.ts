import type { Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, later, type Zone } from '../canvas/zone.ts';
import { clipped, fits, type Paragraph, type TextRoom } from '../canvas/paragraphs.ts';
import type { PlanView } from './plan-view.ts';
import { consent } from './ray-consent.ts';
import { priorities } from './priorities.ts';

/** A sentence and what can be done about it. */
const longText = 225;

/**
 * The rows below the plan: why a key or the plan was refused, why Ray was not reached, or what Ray will be sent and
 * where. They are kept while there is nothing to be said.
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

/** Rows in which all of it can be said; one is kept where there is nothing to be said. */
export function neededRows(view: PlanView, width: number, theme: Theme): number {
  const rows = saidRows(view, { width, height: mostRows(width) }, theme);
  return Math.max(fewestRows(view), rows.length, 1);
}

/** The consent has one row in any case; a warning about the cluster gets another. */
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

/** What stands against a key, the plan or Ray, from the longest way to say it to the shortest; none where nothing does. */
function warningsOf({ form, preview, ray }: PlanView): readonly string[] {
  if (form.notice !== undefined) {
    return [form.notice];
  }

  if (preview.refused) {
    return form.field === 'address'
      ? ['too much memory: p (pair) and f (force) work above']
      : ['too much memory: p takes pair instead, f forces it'];
  }

  if (ray.type === 'missed') {
    // The address and who named it are seen above.
    const { message, hint } = ray.failure;
    const from = ` (from ${form.settings.ray.from})`;
    const text = message.replace(from, '');
    return [text, text.replace(/ at \S+(?=: )/, '')].map((cause) => `${cause} ${hint}`);
  }

  return [];
}
