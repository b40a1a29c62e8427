import { forecastOf } from '../../core/plan/forecast.ts';
import { judgePlan, nodeMemoryText } from '../../core/plan/memory.ts';
import { forecastWalls, outlookTexts, totalText } from '../../core/plan/outlook-text.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { planOf } from '../../core/plan/plan-of.ts';
import type { Settings } from '../../core/plan/settings.ts';
import { circumstancesOf, type State } from '../../core/profile/state.ts';
import { trustBefore } from '../../core/report/trust/trust.ts';
import { sentence } from './sentence.ts';

/** What a run of the settings will do, take and need, and what may disturb it. Nothing before the workload is calibrated. */
export function planSentences(settings: Settings, state: State): readonly string[] {
  const circumstances = circumstancesOf(state, settings.workload);
  if (!circumstances || !state.machine) {
    return [];
  }

  const plan = planOf(settings, circumstances);
  const walls = forecastWalls(forecastOf(plan, circumstances));
  const [whatItDoes] = outlookTexts(plan, walls);
  const total = totalText(plan, walls);
  const memory = judgePlan(plan, state.machine.memory).sentence.replace(': ', ', ');
  return [
    whatItDoes,
    [...(total === undefined ? [] : [`${total}.`]), `Memory: ${memory}.`].join(' '),
    ...onCluster(plan),
    ...disturbances(state),
  ];
}

const onCluster = ({ ray }: Plan): readonly string[] =>
  ray?.fullest ? [sentence(`on Ray, ${nodeMemoryText(ray.fullest).replace(': ', ', ')}`)] : [];

/** What would disturb a run that starts now, or that nothing would. */
function disturbances(state: State): readonly string[] {
  const found = trustBefore(state).filter(({ level }) => level === 'warn' || level === 'note');
  return found.length > 0 ? found.map(({ text }) => sentence(text)) : ['The machine is quiet.'];
}
