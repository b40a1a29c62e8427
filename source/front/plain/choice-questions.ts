import {
  needsCluster,
  takes,
  enginesWithout,
  namesOfMissing,
  whereMissing,
} from '../../core/plan/engines.ts';
import { sentenceOf } from '../../core/failure.ts';
import { rayAddress } from '../../core/plan/ray-address.ts';
import {
  defaultSettings,
  engineNames,
  isOwnHead,
  ownHead,
  type EngineName,
  type RayTarget,
  type Settings,
} from '../../core/plan/settings.ts';
import { workloadNames, workloads } from '../../core/plan/workload.ts';
import { count } from '../../core/text/format.ts';
import type { Answer, Question } from './question.ts';
import { allOf, anyOf } from '../../core/text/listing.ts';

export const workload: Question = {
  ask: ({ settings }) =>
    `Workload, ${settings.workload}. Enter to keep it, or ${anyOf(others(settings))}:`,
  explain: () => `${workloadNames.map((name) => `${name} ${workloads[name].summary}`).join('; ')}.`,
  answer(text, settings) {
    const found = workloadNames.find((name) => name === text);
    return found
      ? withWorkload(settings, found)
      : { problem: `There is no workload ${JSON.stringify(text)}: take ${anyOf(workloadNames)}.` };
  },
};

const others = ({ workload: taken }: Settings) => workloadNames.filter((name) => name !== taken);

/** Lowers the size to the largest of the workload, and takes engines out that do not have the workload. */
function withWorkload(settings: Settings, name: Settings['workload']): Answer {
  const { largest } = workloads[name];
  const missing = enginesWithout(settings.engines, name);
  const engines = settings.engines.filter((engine) => !missing.includes(engine));
  const notes = [
    ...(settings.size > largest
      ? [`${name} goes up to ${count(largest)} terms, so that is the size now.`]
      : []),
    ...(missing.length > 0
      ? [
          `${name} does not exist ${whereMissing(missing)}, so ${namesOfMissing(missing)} ${new Set(missing).size === 1 ? 'is' : 'are'} off now.`,
        ]
      : []),
  ];
  return {
    settings: {
      ...settings,
      workload: name,
      size: Math.min(settings.size, largest),
      engines: engines.length > 0 ? engines : ['local'],
    },
    ...(notes.length > 0 ? { note: notes.join(' ') } : {}),
  };
}

const here: readonly EngineName[] = engineNames.filter((name) => !needsCluster([name]));

export const engines: Question = {
  ask: ({ settings }) =>
    `Engines, ${allOf(ownOf(settings)) || 'none here'}. Enter to keep them, or names separated by commas:`,
  explain: () =>
    'local computes one task after another, on one thread. pool computes several at the same time. python computes one after another in Python. The answer compares them. Ray comes next.',
  answer(text, settings) {
    const names = text.split(',').map((name) => name.trim());
    const found = names.flatMap((name) => here.find((known) => known === name) ?? []);
    if (found.length < names.length) {
      return { problem: `Take ${anyOf(here)}, or several, separated by commas.` };
    }

    const rest = settings.engines.filter((engine) => !here.includes(engine));
    return { settings: { ...settings, engines: [...found, ...rest] } };
  },
};

const ownOf = ({ engines: all }: Settings) => all.filter((engine) => here.includes(engine));

/** As messages name the place where an address was given. */
const answered = 'your answer';

export const ray: Question = {
  isIdle: ({ workload: name }) => !takes('ray', name),
  ask: ({ settings }) =>
    needsCluster(settings.engines)
      ? `Ray, ${targetText(settings.ray)}. Enter to keep it, or off, ${ownHead}, or an address:`
      : `Ray, off. Enter to keep it off, or ${ownHead}, or the address of a dashboard:`,
  explain: () =>
    `Ray computes the same tasks in Python on a cluster. Give the address of its dashboard, like ${defaultSettings.ray.at}. With ${ownHead}, fibtui starts its own Ray on this machine and stops it at the end.`,
  answer(text, settings) {
    const without = settings.engines.filter((engine) => !needsCluster([engine]));
    if (text === 'off') {
      return without.length > 0
        ? { settings: { ...settings, engines: without } }
        : { problem: 'Ray is the only engine: go back and take local or pool first.' };
    }

    const target = targetOf(text);
    return 'problem' in target
      ? target
      : { settings: { ...settings, ray: target, engines: [...without, 'ray'] } };
  },
};

const targetText = ({ at }: RayTarget): string =>
  at === ownHead ? 'one that fibtui starts here' : `at ${at}`;

function targetOf(text: string): RayTarget | { readonly problem: string } {
  if (isOwnHead(text)) {
    return { at: ownHead, from: answered };
  }

  try {
    return { at: rayAddress(text, answered).base, from: answered };
  } catch (error) {
    return { problem: sentenceOf(error) };
  }
}
