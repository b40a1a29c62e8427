import type { Settings } from '../../../source/core/plan/settings.ts';
import type { ClusterState } from '../../../source/core/profile/state.ts';
import { formOf } from '../../../source/ui/setup/form.ts';
import type { Form } from '../../../source/ui/setup/form-state.ts';
import { ownTarget, withRay } from './ui-clusters.ts';
import { sessionState, setupScreen } from './ui-states.ts';

export const smallest = { columns: 60, rows: 16 };

export const large = { columns: 120, rows: 40 };

export type Shown = {
  readonly cluster?: ClusterState;
  readonly settings?: Partial<Settings>;
  readonly form?: Partial<Form>;
  readonly cpus?: number;
};

/** Ray on, 3.2 s after the cluster was asked. */
export const shown = ({ cluster, settings, form, cpus = 2 }: Shown = {}) =>
  setupScreen(
    sessionState(cpus, cluster ? { cluster } : {}),
    { ...formOf(withRay(settings)), ...form },
    { now: 4200 },
  );

export const own = { settings: { ray: ownTarget } };
