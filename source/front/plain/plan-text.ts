import { runsInARow } from '../../core/plan/engines.ts';
import { forecastOf } from '../../core/plan/forecast.ts';
import { judgePlan } from '../../core/plan/memory.ts';
import { batchOf, type Case } from '../../core/plan/plan.ts';
import { planOf } from '../../core/plan/plan-of.ts';
import type { Settings } from '../../core/plan/settings.ts';
import { circumstancesOf, type State } from '../../core/profile/state.ts';
import { trustBefore } from '../../core/report/trust/trust.ts';
import { count, counted, duration } from '../../core/text/format.ts';
import type { Milliseconds } from '../../core/units.ts';
import { sentence } from './sentence.ts';

/** What a run of the settings will do, take and need, and what may disturb it. Nothing before the workload is calibrated. */
export function planSentences(settings: Settings, state: State): readonly string[] {
  const circumstances = circumstancesOf(state, settings.workload);
  if (!circumstances || !state.machine) {
    return [];
  }

  const plan = planOf(settings, circumstances);
  const { cases, passes, whole } = forecastOf(plan, circumstances);
  const { size, tasks } = batchOf(plan);
  const walls = new Map(cases.map(({ case: id, wall }) => [id, wall]));
  const ways = plan.cases.map((planned) => wayText(planned, walls.get(planned.id)));
  const all = `${whole ? 'about' : 'more than'} ${duration(passes)} in all`;
  const memory = judgePlan(plan, state.machine.memory).sentence;
  return [
    `${counted(tasks, 'sequence')} of ${counted(size, 'term')}: ${ways.join(', ')}.`,
    `${counted(plan.rounds, 'round')}, ${all}. It takes ${memory}.`,
    ...disturbances(state),
  ];
}

/** "one after another (local, about 1.80 s)", "16 at a time (pool, about 0.20 s)". */
function wayText({ id, engine, workers }: Case, wall: Milliseconds | undefined): string {
  const way = runsInARow(engine) ? 'one after another' : `${count(workers)} at a time`;
  const time = wall === undefined ? '' : `, about ${duration(wall)}`;
  return `${way} (${id}${time})`;
}

/** What would disturb a run that starts now; that nothing would is said, too. */
function disturbances(state: State): readonly string[] {
  const found = trustBefore(state).filter(({ level }) => level === 'warn' || level === 'note');
  return found.length > 0 ? found.map(({ text }) => sentence(text)) : ['The machine is quiet.'];
}
