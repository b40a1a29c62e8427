import type { EngineName, RayTarget, Settings } from '../../core/plan/settings.ts';

export const fields = [
  'size',
  'tasks',
  'workers',
  'repeats',
  'workload',
  'engines',
  'address',
] as const;

export type Field = (typeof fields)[number];

/** What belongs to the person's hands on the setup screen. */
export type Form = {
  readonly settings: Settings;
  readonly field: Field;
  /** What is being typed into the field, digits or an address; absent when nothing is. */
  readonly typed?: string;
  /** The engine that the cursor is on. */
  readonly engine: EngineName;
  /** Where Ray may be, as far as anybody named it: what ←/→ lead to. */
  readonly targets: readonly RayTarget[];
  /** Why the last key was refused. */
  readonly notice?: string;
};
