import { lookOf } from '../parts/engine-look.ts';
import { ownHead } from '../../core/plan/settings.ts';
import type { Theme } from '../canvas/theme.ts';
import { fits, oneRow, type Paragraph, type TextRoom } from '../canvas/paragraphs.ts';
import type { PlanView } from './plan-view.ts';
import { clusterTexts } from './ray-note.ts';

/** What a run will do on which cluster, followed by as many facts about that as fit. */
export function consent(view: PlanView, room: TextRoom, theme: Theme): readonly Paragraph[] {
  if (view.ray.type === 'off') {
    return [];
  }

  const { letter, tone } = lookOf('ray', theme);
  const effects = effectsOf(view).map((effect) => `${letter} ${effect}`);
  const said = (text: string): Paragraph => ({ text, tone });
  const short = said(oneRow(effects, room.width));
  const remarks = remarksOf(view);
  const head = remarks.length > 0 ? short : said(effects[0] ?? '');
  const forms = endings(view).map((text) => [
    head,
    ...remarks,
    ...(text === '' ? [] : [{ text, tone: 'plain' } as const]),
  ]);
  return forms.find((form) => fits(form, room)) ?? [short, ...remarks];
}

const remarksOf = ({ ray }: PlanView): readonly Paragraph[] =>
  (ray.type === 'reached' ? ray.cluster.remarks : []).map((remark) => ({
    text: `! ${remark}`,
    tone: 'warning',
  }));

/** What will happen, from the longest wording to the shortest. */
function effectsOf({ form: { settings }, ray }: PlanView): readonly string[] {
  if (ray.type === 'reached') {
    const { address } = ray.cluster;
    return [`this will run Python on ${address}`, `runs Python on ${address}`];
  }

  return settings.ray.at === ownHead
    ? [
        'this will start Ray on this machine, and run Python on it',
        'starts Ray on this machine, and runs Python on it',
      ]
    : [`this will run Python on ${settings.ray.at}`, `runs Python on ${settings.ray.at}`];
}

/** The facts, from all of them to none. */
function endings({ form, ray }: PlanView): readonly string[] {
  const facts = ray.type === 'reached' ? clusterTexts(ray.cluster).slice(0, 1) : [];
  const needs =
    form.settings.ray.at === ownHead
      ? 'fibtui ends that Ray when it ends itself'
      : 'Here it needs no Ray, no Python and no matching version';
  const all = [...facts, 'One small Python file goes there, as working directory', needs];
  return [...all.keys(), all.length].map((less) => sentences(all.slice(0, all.length - less)));
}

const sentences = (texts: readonly string[]): string => texts.map((text) => `${text}.`).join(' ');
