import { lookOf } from '../parts/engine-look.ts';
import { takes } from '../../core/plan/engines.ts';
import { elapsed, counted } from '../../core/text/format.ts';
import type { Cluster } from '../../core/plan/ray.ts';
import { ownHead } from '../../core/plan/settings.ts';
import type { Form } from './form-state.ts';
import type { Theme } from '../canvas/theme.ts';
import { fits, oneRow, type Paragraph, type TextRoom } from '../canvas/paragraphs.ts';
import type { PlanView } from './plan-view.ts';

/** The status of Ray, from the longest wording to the shortest. */
export function rayNote({ form, ray, now }: PlanView): readonly string[] {
  if (form.field === 'address' && form.typed !== undefined) {
    return ['an address like http://HOST:8265, or start', 'http://HOST:8265, or start'];
  }

  switch (ray.type) {
    case 'off':
      return offNote(form);
    case 'sought':
      return soughtNote(form, ray.since === undefined ? undefined : elapsed(now - ray.since));
    case 'reached':
      return clusterTexts(ray.cluster);
    case 'missed':
      return ['does not answer: r tries again', 'no answer: r retries', 'no answer'];
  }
}

/** On the row of Ray, its address matters more than the key that the keys below name, too. */
function offNote({ settings, field }: Form): readonly string[] {
  if (!takes('ray', settings.workload)) {
    return [`Ray does not have ${settings.workload}`, `not for ${settings.workload}`];
  }

  const at = settings.ray.at === ownHead ? 'a Ray of its own here' : settings.ray.at;
  return field === 'address'
    ? [`space switches it on: ${at}`, `space: ${at}`, at, 'space switches it on']
    : ['space switches it on', 'off'];
}

function soughtNote({ settings }: Form, waited: string | undefined): readonly string[] {
  const own = settings.ray.at === ownHead;
  if (waited === undefined) {
    return own ? ['starts here when its turn comes', 'starts here'] : ['asking it'];
  }

  const what = own ? 'starting Ray here' : 'asking it';
  return [`${what}, ${waited}`, what, 'asking'];
}

/** A cluster's version, nodes, CPUs and authentication, from all of them to the most important one. */
export function clusterTexts(cluster: Cluster): readonly string[] {
  const version = `Ray ${cluster.version}`;
  const cpus = counted(cluster.cpus, 'CPU');
  const nodes = counted(cluster.nodes.length, 'node');
  const token = cluster.authentication === 'token' ? 'token' : 'no token';
  // A cluster that lists no nodes has not reported its CPUs either.
  const sizes = cluster.nodes.length > 0 ? [nodes, cpus] : ['nodes n/a'];
  return [
    [version, ...sizes, token],
    [version, ...sizes],
    [version, ...sizes.slice(-1)],
    [cluster.version, ...sizes.slice(-1)],
    sizes.slice(-1),
  ].map((parts) => parts.join(', '));
}

/** What a run will do on which cluster, followed by as many facts about that as fit. */
export function consent(view: PlanView, room: TextRoom, theme: Theme): readonly Paragraph[] {
  if (view.ray.type === 'off') {
    return [];
  }

  const { tone } = lookOf('ray', theme);
  const effects = effectsOf(view);
  const said = (text: string): Paragraph => ({ text, tone });
  const short = said(oneRow(effects, room.width));
  const remarks = remarksOf(view, theme);
  const head = remarks.length > 0 ? short : said(effects[0] ?? '');
  const forms = endings(view).map((text) => [
    head,
    ...remarks,
    ...(text === '' ? [] : [{ text, tone: 'plain' } as const]),
  ]);
  return forms.find((form) => fits(form, room)) ?? [short, ...remarks];
}

const remarksOf = ({ ray }: PlanView, { marks }: Theme): readonly Paragraph[] =>
  (ray.type === 'reached' ? ray.cluster.remarks : []).map((remark) => ({
    text: `${marks.note} ${remark}`,
    tone: 'warning',
  }));

/** What will happen, from the longest wording to the shortest. */
function effectsOf({ form: { settings }, ray }: PlanView): readonly string[] {
  if (ray.type === 'reached') {
    return onAddress(ray.cluster.address);
  }

  return settings.ray.at === ownHead
    ? [
        'The run will start Ray on this machine and run Python on it.',
        'Starts Ray on this machine, runs Python on it.',
      ]
    : onAddress(settings.ray.at);
}

const onAddress = (address: string): readonly string[] => [
  `The run will execute Python on ${address}`,
  `Will run Python on ${address}`,
];

/** The facts, from all of them to none. */
function endings({ form, ray }: PlanView): readonly string[] {
  const facts = ray.type === 'reached' ? clusterTexts(ray.cluster).slice(0, 1) : [];
  const needs =
    form.settings.ray.at === ownHead
      ? 'fibtui ends that Ray when it quits'
      : 'You need neither Ray nor Python here, and no versions have to match';
  const all = [...facts, 'One small Python file is sent there', needs];
  return [...all.keys(), all.length].map((less) => sentences(all.slice(0, all.length - less)));
}

const sentences = (texts: readonly string[]): string => texts.map((text) => `${text}.`).join(' ');
