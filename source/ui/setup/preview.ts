import { forecastOf, type Forecast } from '../../core/plan/forecast.ts';
import { judgePlan, refusalOf, type MemoryVerdict, type Refusal } from '../../core/plan/memory.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { planOf } from '../../core/plan/plan-of.ts';
import { taskCount } from '../../core/plan/task-count.ts';
import { circumstancesOf, reachedCluster, type State } from '../../core/profile/state.ts';
import type { Settings } from '../../core/plan/settings.ts';
import { workloads, type WorkloadName } from '../../core/plan/workload.ts';
import type { Bytes } from '../../core/units.ts';
import { pendingSettings } from './form.ts';
import type { Form } from './form-state.ts';

/** What would happen if the plan on the setup screen were started now. */
export type Preview = {
  readonly workload: WorkloadName;
  /** The number in force; absent until the machine is detected. */
  readonly tasks?: number;
  /** The plan as far as it needs no calibration; absent until the machine is detected. */
  readonly outline?: Plan;
  /** Absent until the machine is detected and the workload calibrated. */
  readonly plan?: Plan;
  readonly forecast?: Forecast;
  readonly memory?: MemoryVerdict;
  readonly taskMemory: Bytes;
  /** The calibration failed: there will be no forecast. */
  readonly uncalibrated?: boolean;
  /** Why it does not start; absent if it does, or is forced. */
  readonly refused?: Refusal;
};

/** Includes the number being typed, if it is in range. */
export function previewOf(state: State, form: Form): Preview {
  const settings = pendingSettings(form);
  const { workload, size } = settings;
  const taskMemory = workloads[workload].bytes(size);
  const circumstances = circumstancesOf(state, workload);
  const asked = { workload, taskMemory, ...tasksOf(state, settings) };
  if (!circumstances || !state.machine) {
    const uncalibrated = state.uncalibrated.includes(workload);
    return { ...asked, uncalibrated, ...outlined(state, settings) };
  }

  const plan = planOf(settings, circumstances);
  const forecast = forecastOf(plan, circumstances);
  const memory = judgePlan(plan, state.machine.memory);
  const refused = settings.force ? undefined : refusalOf(plan, state.machine);
  return { ...asked, outline: plan, plan, forecast, memory, ...(refused ? { refused } : {}) };
}

function outlined(state: State, settings: Settings): Pick<Preview, 'outline' | 'memory'> {
  const { machine } = state;
  if (!machine) {
    return {};
  }

  const cpus = machine.usable.count;
  const outline = planOf(settings, { cpus, ...reachedCluster(state) });
  return { outline, memory: judgePlan(outline, machine.memory) };
}

const tasksOf = (state: State, settings: Settings): Pick<Preview, 'tasks'> =>
  state.machine
    ? { tasks: taskCount(settings, { cpus: state.machine.usable.count, ...reachedCluster(state) }) }
    : {};
