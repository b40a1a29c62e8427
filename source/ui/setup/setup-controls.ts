import type { Session } from '../../core/session/session.ts';
import type { Settings } from '../../core/plan/settings.ts';
import { workloads } from '../../core/plan/workload.ts';
import type { KeyPress } from '../input/keys.ts';
import type { Held } from '../input/use-held.ts';
import { withWorkload } from './engine-switch.ts';
import { afterKey, afterPaste } from './form.ts';
import type { Form } from './form-state.ts';
import { previewOf } from './preview.ts';
import type { SetupPlace } from './setup-keys.ts';

export type SetupKeyTargets = {
  readonly session: Session;
  readonly place: SetupPlace;
  readonly form: Held<Form>;
  readonly profiler: {
    readonly start: (settings: Settings) => void;
    readonly giveUp: () => void;
  };
  readonly historyActions: { readonly show: () => void };
  readonly quit: () => void;
};

/** A key on the setup screen. While a start waits, only Escape works. */
export function onSetup(targets: SetupKeyTargets, key: KeyPress): void {
  if (targets.place === 'setup') {
    onForm(targets, key);
  } else if (targets.place === 'preparing' && key === 'escape') {
    targets.profiler.giveUp();
  }
}

/** A paste on the setup screen; false while a start waits, when nothing can be typed. */
export function onSetupPaste({ place, form }: SetupKeyTargets, text: string): boolean {
  if (place !== 'setup') {
    return false;
  }

  form.set(afterPaste(form.latest(), text));
  return true;
}

function onForm(targets: SetupKeyTargets, key: KeyPress): void {
  const { session, form, profiler } = targets;
  const { settings, typed, field } = form.latest();
  const refused = previewOf(session.state(), form.latest()).refused !== undefined;
  if (key === 'enter' && typed === undefined && !refused) {
    profiler.start(settings);
  } else if (field === 'address') {
    // Any letter may be part of an address.
    changeForm(targets, key);
  } else {
    onPlan(targets, key, refused);
  }
}

function onPlan(targets: SetupKeyTargets, key: KeyPress, refused: boolean): void {
  const { form, historyActions, quit } = targets;
  if (key === 'q' && form.latest().typed === undefined) {
    quit();
  } else if (key === 'f' && refused) {
    force(targets);
  } else if (key === 'h' && form.latest().typed === undefined) {
    historyActions.show();
  } else if (key === 'p' && refused) {
    form.set(withWorkload(form.latest(), workloads[form.latest().settings.workload].instead));
  } else {
    changeForm(targets, key);
  }
}

/** Takes the value being typed, as Enter does, and starts the plan although it was refused. */
function force(targets: SetupKeyTargets): void {
  changeForm(targets, 'enter');
  const { settings, typed } = targets.form.latest();
  if (typed === undefined) {
    targets.profiler.start({ ...settings, force: true });
  }
}

type FormTargets = Pick<SetupKeyTargets, 'session' | 'form'>;

/** Moves to the size and changes it by an arrow key. */
export function changeSize(targets: FormTargets, arrow: KeyPress): void {
  targets.form.set({ ...targets.form.latest(), field: 'size' });
  changeForm(targets, arrow);
}

const changeForm = ({ session, form }: FormTargets, key: KeyPress): void =>
  form.set(afterKey(form.latest(), key, session.state().machine?.usable.count ?? 1));
