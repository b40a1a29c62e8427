import type { EngineName, RayTarget, Settings } from '../../core/plan/settings.ts';

export const fields = [
  'size',
  'tasks',
  'workers',
  'rounds',
  'workload',
  'engines',
  'address',
] as const;

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
};
