import type { Session } from '../core/session.ts';
import { afterKey, withWorkload, type Form } from './form.ts';
import type { Held } from './hooks/use-held.ts';
import type { Profiler } from './hooks/use-profiler.ts';
import type { KeyPress } from './keys.ts';
import { prospectOf } from './prospect.ts';

/** How far a run is cancelled: Esc asks, and a second Esc does it. */
export type Cancelling = 'no' | 'asking' | 'stopping';

/** What the keys can change. */
export type Hands = {
  readonly session: Session;
  readonly form: Held<Form>;
  readonly cancelling: Held<Cancelling>;
  readonly profiler: Profiler;
  readonly quit: () => void;
  readonly interrupt: () => void;
};

/** Gives a key to the screen that is shown. */
export function handleKey(hands: Hands, key: KeyPress): void {
  const { session, profiler, interrupt } = hands;
  if (key === 'ctrl+c') {
    interrupt();
    return;
  }

  switch (profiler.place.latest()) {
    case 'setup':
      onSetup(hands, key);
      return;
    case 'starting':
      return;
    case 'profile':
      (session.state().profile?.activity.type === 'ended' ? onResults : onRun)(hands, key);
  }
}

function onSetup(hands: Hands, key: KeyPress): void {
  const { session, form, profiler, quit } = hands;
  const { settings, typed } = form.latest();
  const { refused } = prospectOf(session.state(), form.latest());
  if (key === 'q') {
    quit();
  } else if (key === 'enter' && typed === undefined && !refused) {
    profiler.start(settings);
  } else if (key === 'f' && refused) {
    force(hands);
  } else if (key === 'p' && refused) {
    form.set(withWorkload(form.latest(), 'pair'));
  } else {
    changeForm(hands, key);
  }
}

/** Takes what is being typed, as enter does, and starts it although it was refused. */
function force(hands: Hands): void {
  changeForm(hands, 'enter');
  const { settings, typed } = hands.form.latest();
  if (typed === undefined) {
    hands.profiler.start({ ...settings, force: true });
  }
}

function onRun({ session, cancelling }: Hands, key: KeyPress): void {
  if (cancelling.latest() === 'stopping') {
    return;
  }

  if (key === 'escape' && cancelling.latest() === 'asking') {
    cancelling.set('stopping');
    session.cancel();
  } else {
    cancelling.set(key === 'escape' ? 'asking' : 'no');
  }
}

function onResults(hands: Hands, key: KeyPress): void {
  const { session, form, profiler, quit } = hands;
  const plan = session.state().profile?.plan;
  if (key === 'q') {
    quit();
  } else if (key === 'enter' && plan) {
    profiler.again(plan);
  } else if (key === 'left' || key === 'right') {
    form.set({ ...form.latest(), field: 'size' });
    changeForm(hands, key);
    profiler.place.set('setup');
  }
}

const changeForm = ({ session, form }: Hands, key: KeyPress): void =>
  form.set(afterKey(form.latest(), key, session.state().machine?.usable.count ?? 1));
