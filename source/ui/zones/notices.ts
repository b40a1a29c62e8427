import type { Line } from '../line.ts';
import type { Theme } from '../theme.ts';
import { bare, type Zone } from '../zone.ts';
import { clipped, fits, type Paragraph, type TextRoom } from './paragraphs.ts';
import type { PlanView } from './plan.ts';
import { consent } from './ray-consent.ts';

/** A sentence and what can be done about it. */
const longText = 225;

/**
 * The rows below the plan: why a key or the plan was refused, why Ray was not reached, or what Ray will be sent and
 * where. They are kept while there is nothing to be said.
 */
export function noticeZone(view: PlanView, width: number, theme: Theme): Zone {
  const most = Math.max(2, Math.ceil(longText / width));
  const heights = Array.from({ length: most }, (_, index) => most - index);
  const variants = heights
    .filter((height) => height >= fewestRows(view))
    .map((height) => bare(noticeRows(view, { width, height }, theme)));
  return { title: [], priority: 4, variants };
}

/** The consent has one row in any case; a warning about the cluster gets another. */
export const fewestRows = (view: PlanView): number => (remarksShown(view).length > 0 ? 2 : 1);

const remarksShown = (view: PlanView): readonly string[] =>
  view.ray.type === 'reached' && warningsOf(view).length === 0 ? view.ray.cluster.remarks : [];

function noticeRows(view: PlanView, room: TextRoom, theme: Theme): readonly Line[] {
  const warnings = warningsOf(view).map((text): Paragraph => ({
    text: `! ${text}`,
    tone: 'warning',
  }));
  const warning = warnings.find((text) => fits([text], room)) ?? warnings.at(-1);
  const rows = clipped(warning ? [warning] : consent(view, room, theme), room);
  return Array.from({ length: room.height }, (_, index) => rows[index] ?? []);
}

/** What stands against a key, the plan or Ray, from the longest way to say it to the shortest; none where nothing does. */
function warningsOf({ form, prospect, ray }: PlanView): readonly string[] {
  if (form.notice !== undefined) {
    return [form.notice];
  }

  if (prospect.refused) {
    return form.field === 'ray'
      ? ['too much memory: p (pair) and f (force) work above']
      : ['too much memory: p takes pair instead, f forces it'];
  }

  if (ray.type === 'missed') {
    // The address and who named it are seen above.
    const { message, hint } = ray.failure;
    const from = ` (from ${form.settings.ray.from})`;
    const told = message.replace(from, '');
    return [told, told.replace(/ at \S+(?=: )/, '')].map((text) => `${text} ${hint}`);
  }

  return [];
}
