import type { State } from '../../core/profile/state.ts';
import type { Milliseconds, Share } from '../../core/units.ts';
import type { Form } from './form-state.ts';
import type { Preview } from './preview.ts';
import type { RayStatus } from '../parts/ray-status.ts';

/** The input of the plan: its fields, their notes, and the notices below. */
export type PlanView = {
  readonly form: Form;
  readonly preview: Preview;
  /** Usable CPUs. */
  readonly cpus: number;
  readonly ray: RayStatus;
  /** On the session's clock. */
  readonly now: Milliseconds;
  /** The measuring process, while something has stopped it. */
  readonly stopped?: State['stopped'];
  /** Present while a start waits for a quiet machine. */
  readonly wait?: State['quietWait'];
  /** What other programs use of the CPUs, if known. */
  readonly others?: Share;
};
