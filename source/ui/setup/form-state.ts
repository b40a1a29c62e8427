import { runsHere } from '../../core/plan/engines.ts';
import {
  engineNames,
  type EngineName,
  type RayTarget,
  type Settings,
} from '../../core/plan/settings.ts';

export const fields = [
  'size',
  'tasks',
  'workers',
  'rounds',
  'workload',
  'engines',
  'address',
] as const;

/** The engines of one row; Ray has a row of its own. */
export const ownEngines: readonly EngineName[] = engineNames.filter(runsHere);

export type Field = (typeof fields)[number];

/** Everything that keys change on the setup screen. */
export type Form = {
  readonly settings: Settings;
  readonly field: Field;
  /** A number or an address being typed; absent otherwise. */
  readonly typed?: string;
  /** The engine that the cursor is on. */
  readonly engine: EngineName;
  /** The known addresses of Ray, which ←/→ go through. */
  readonly targets: readonly RayTarget[];
  /** Why the last key or paste was refused. */
  readonly notice?: string;
  /** Enter was pressed although Ray does not answer: another one runs in any case. */
  readonly asked?: true;
};
