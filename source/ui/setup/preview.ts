import { forecastOf, type Forecast } from '../../core/plan/forecast.ts';
import { judgePlan, refusalOf, type MemoryVerdict, type Refusal } from '../../core/plan/memory.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { planOf } from '../../core/plan/plan-of.ts';
import { circumstancesOf, type State } from '../../core/profile/state.ts';
import { workloads, type WorkloadName } from '../../core/plan/workload.ts';
import type { Bytes } from '../../core/units.ts';
import { pendingSettings } from './form.ts';
import type { Form } from './form-state.ts';

/** What would happen if the plan on the setup screen were started now. */
export type Preview = {
  readonly workload: WorkloadName;
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
  if (!circumstances || !state.machine) {
    const uncalibrated = state.uncalibrated.includes(workload);
    return { workload, taskMemory, uncalibrated };
  }

  const plan = planOf(settings, circumstances);
  const forecast = forecastOf(plan, circumstances);
  const memory = judgePlan(plan, state.machine.memory);
  const refused = settings.force ? undefined : refusalOf(plan, state.machine);
  return { workload, plan, forecast, memory, taskMemory, ...(refused ? { refused } : {}) };
}
