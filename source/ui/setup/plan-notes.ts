import { count, counted } from '../../core/text/format.ts';
import type { Settings } from '../../core/plan/settings.ts';
import { fewestRounds } from '../../core/statistics.ts';
import { isRaised, tasksAsked, tasksPerCpu } from '../../core/plan/task-count.ts';
import { workloads } from '../../core/plan/workload.ts';
import { pendingSettings } from './form.ts';
import type { Field } from './form-state.ts';
import type { Preview } from './preview.ts';
import type { PlanView } from './plan-view.ts';
import { rayNote } from './ray-texts.ts';

/** The note on a field, from the longest wording to the shortest. */
export function noteOn(field: Field, view: PlanView): readonly string[] {
  const { form, preview, cpus } = view;
  const { settings } = form;
  switch (field) {
    case 'size':
      return ['in each Fibonacci sequence', 'in each sequence'];
    case 'tasks':
      return tasksNote(pendingSettings(form), preview, cpus);
    case 'workers':
      return workersNote(settings.workers, cpus);
    case 'rounds':
      return roundsNote(settings, preview);
    case 'workload':
      return shortened(workloads[settings.workload].summary);
    case 'engines':
      return [];
    case 'address':
      return rayNote(view);
  }
}

function roundsNote({ rounds, rayRounds }: Settings, { outline }: Preview): readonly string[] {
  if (rounds < fewestRounds) {
    return [`too few for a verdict: it takes ${fewestRounds}`, `a verdict takes ${fewestRounds}`];
  }

  const ofRay = outline?.ray?.rounds ?? rounds;
  return rayRounds === 'auto' && ofRay < rounds
    ? [`Ray takes part in the first ${ofRay}: auto`, `Ray in the first ${ofRay}: auto`]
    : ['in each, every engine does all tasks', 'the engines take turns', 'in turns'];
}

/** The whole summary, and its parts before the colon and the comma. */
const shortened = (summary: string): readonly string[] => [
  summary,
  summary.replace(/:.*/, ''),
  summary.replace(/,.*/, ''),
];

function tasksNote(settings: Settings, { tasks }: Preview, cpus: number): readonly string[] {
  switch (tasksAsked(settings)) {
    case 'cpus':
      return ['one sequence per usable CPU', 'one per usable CPU'];
    case 'cluster':
      return ['one sequence per CPU of the cluster', 'one per CPU of the cluster'];
    case 'auto':
      return autoNote(settings, tasks, cpus);
    default:
      return ['sequences to compute, in every round', 'sequences to compute'];
  }
}

function autoNote(
  settings: Pick<Settings, 'workload' | 'size'>,
  tasks: number | undefined,
  cpus: number,
): readonly string[] {
  if (tasks === undefined) {
    return ['sequences to compute: auto', 'auto'];
  }

  const { workload, size } = settings;
  if (isRaised({ workload, size, tasks }, cpus)) {
    return ['sequences: auto, one per CPU of the cluster', 'auto: one per Ray CPU'];
  }

  const each = count(tasksPerCpu(settings, cpus));
  return [`sequences: auto, ${each} for each CPU`, `auto: ${each} for each CPU`];
}

function workersNote(workers: Settings['workers'], cpus: number): readonly string[] {
  if (workers === 'cpus' || workers === cpus) {
    return ['threads, one per usable CPU', 'one per usable CPU'];
  }

  const usable = counted(cpus, 'usable CPU');
  return workers > cpus
    ? [`threads on ${usable}: they take turns`, `on ${usable}`]
    : [`threads on ${usable}`, `on ${usable}`];
}
