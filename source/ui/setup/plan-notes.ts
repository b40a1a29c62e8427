import { count, counted } from '../../core/text/format.ts';
import type { Settings } from '../../core/plan/settings.ts';
import { fewestRounds } from '../../core/statistics.ts';
import { isRaised, tasksPerCpu } from '../../core/plan/task-count.ts';
import { workloads } from '../../core/plan/workload.ts';
import { pendingSettings } from './form.ts';
import type { Field } from './form-state.ts';
import type { Preview } from './preview.ts';
import type { PlanView } from './plan-view.ts';
import { rayNote } from './ray-note.ts';

/** The note on a field, from the longest wording to the shortest. */
export function noteOn(field: Field, view: PlanView): readonly string[] {
  const { form, preview, cpus } = view;
  const { settings } = form;
  switch (field) {
    case 'size':
      return ['terms of one sequence'];
    case 'tasks':
      return tasksNote(pendingSettings(form), preview, cpus);
    case 'workers':
      return workersNote(settings.workers, cpus);
    case 'rounds':
      return settings.rounds < fewestRounds
        ? [`too few for a verdict: it takes ${fewestRounds}`, `a verdict takes ${fewestRounds}`]
        : ['interleaved; median and its interval', 'interleaved'];
    case 'workload':
      return shortened(workloads[settings.workload].summary);
    case 'engines':
      return [];
    case 'address':
      return rayNote(view);
  }
}

/** The whole summary, and its part before the colon. */
const shortened = (summary: string): readonly string[] => [summary, summary.replace(/:.*/, '')];

function tasksNote(settings: Settings, { tasks }: Preview, cpus: number): readonly string[] {
  switch (settings.tasks) {
    case 'cpus':
      return ['one per usable CPU'];
    case 'cluster':
      return ['one per CPU of the cluster', 'one per Ray CPU'];
    case 'auto':
      return autoNote(settings, tasks, cpus);
    default:
      return ['sequences in a pass'];
  }
}

function autoNote(
  settings: Pick<Settings, 'workload' | 'size'>,
  tasks: number | undefined,
  cpus: number,
): readonly string[] {
  if (tasks === undefined) {
    return ['auto, as many per usable CPU', 'auto, as many per CPU'];
  }

  const { workload, size } = settings;
  if (isRaised({ workload, size, tasks }, cpus)) {
    return ['auto: one per CPU of the cluster', 'auto: one per Ray CPU'];
  }

  const each = count(tasksPerCpu(settings, cpus));
  return [`auto: ${each} per usable CPU`, `auto: ${each} per CPU`];
}

function workersNote(workers: Settings['workers'], cpus: number): readonly string[] {
  if (workers === 'cpus' || workers === cpus) {
    return ['one per usable CPU'];
  }

  const usable = counted(cpus, 'usable CPU');
  return workers > cpus ? [`on ${usable}: they take turns`, `on ${usable}`] : [`of ${usable}`];
}
