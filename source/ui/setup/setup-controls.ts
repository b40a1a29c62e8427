import { sentenceOf } from '../../core/failure.ts';
import { defaultWait } from '../../core/session/until-quiet.ts';
import type { Session } from '../../core/session/session.ts';
import type { Settings } from '../../core/plan/settings.ts';
import { workloads } from '../../core/plan/workload.ts';
import type { KeyPress } from '../input/keys.ts';
import type { Held } from '../input/use-held.ts';
import { withWorkload } from './engine-switch.ts';
import { afterKey, afterPaste, withoutNotice } from './form.ts';
import type { Form } from './form-state.ts';
import { rayStatus } from '../parts/ray-status.ts';
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

/** A key on the setup screen. While a start waits, only Escape works, and Enter if it waits for a quiet machine. */
export function onSetup(targets: SetupKeyTargets, key: KeyPress): void {
  const { place, session, form, profiler } = targets;
  if (place === 'setup') {
    onForm(targets, key);
  } else if (place === 'preparing' && key === 'escape') {
    profiler.giveUp();
  } else if (place === 'preparing' && key === 'enter' && session.state().quietWait) {
    const { waitQuiet: _, ...settings } = form.latest().settings;
    profiler.start(settings);
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
  const { session, form } = targets;
  const { typed, field } = form.latest();
  const { refused } = previewOf(session.state(), form.latest());
  const isText = typed !== undefined && field === 'address';
  if (refused && !isText && (key === 'f' || key === 'p')) {
    onRefused(targets, key);
  } else if (typed !== undefined) {
    changeForm(targets, key);
  } else if (key === 'enter' || key === 'w') {
    run(targets, { waits: key === 'w', isRefused: refused !== undefined });
  } else {
    onPlan(targets, key);
  }
}

function onPlan(targets: SetupKeyTargets, key: KeyPress): void {
  const { historyActions, quit } = targets;
  switch (key) {
    case 'q':
      quit();
      break;
    case 'h':
      historyActions.show();
      break;
    case 'r':
      reachAgain(targets);
      break;
    default:
      changeForm(targets, key);
  }
}

type Run = { readonly waits: boolean; readonly isRefused: boolean };

/** Starts the plan. With a Ray that is known not to answer it asks once. */
function run({ session, form, profiler }: SetupKeyTargets, { waits, isRefused }: Run): void {
  const { asked, ...rest } = form.latest();
  const { settings } = rest;
  if (isRefused) {
    return;
  }

  if (rayStatus(session.state(), settings).type === 'missed' && !asked) {
    form.set({ ...withoutNotice(rest), asked: true, notice: unanswered });
    return;
  }

  form.set(withoutNotice(rest));
  const { waitQuiet = defaultWait } = settings;
  profiler.start(waits ? { ...settings, waitQuiet } : settings);
}

const unanswered =
  'Ray does not answer: its part of the run would fail. Enter runs anyway, r tries Ray again.';

/** Asks Ray again; its answer is in the state. */
function reachAgain({ session, form }: SetupKeyTargets): void {
  const { settings } = form.latest();
  form.set(withoutNotice(form.latest()));
  if (rayStatus(session.state(), settings).type === 'missed') {
    session
      .reach(settings.ray)
      .catch((error: unknown) => form.set({ ...form.latest(), notice: sentenceOf(error) }));
  }
}

function onRefused(targets: SetupKeyTargets, key: 'f' | 'p'): void {
  const { form } = targets;
  if (key === 'f') {
    force(targets);
  } else {
    form.set(withWorkload(form.latest(), workloads[form.latest().settings.workload].instead));
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
