import type { Session } from '../core/session.ts';
import { afterKey, withWorkload, type Form } from './form.ts';
import type { Held } from './hooks/use-held.ts';
import type { Profiler } from './hooks/use-profiler.ts';
import type { KeyPress } from './keys.ts';
import type { Room } from './frame.ts';
import { prospectOf } from './prospect.ts';
import { pageCount } from './screens/run-room.ts';

/** How far a run is cancelled: Esc asks, and a second Esc does it. */
export type Cancelling = 'no' | 'asking' | 'stopping';

/** What the keys can change. */
export type Hands = {
  readonly session: Session;
  readonly form: Held<Form>;
  readonly cancelling: Held<Cancelling>;
  readonly profiler: Profiler;
  /** The first line of the help that is shown; undefined while it is closed. */
  readonly help: Held<number | undefined>;
  readonly lastHelpTop: number;
  /** The page of the workers. */
  readonly page: Held<number>;
  readonly room: Room;
  readonly suspend: () => void;
  readonly quit: () => void;
  readonly interrupt: () => void;
};

/** Gives a key to the screen that is shown. */
export function handleKey(hands: Hands, key: KeyPress): void {
  switch (key) {
    case 'ctrl+c':
      hands.interrupt();
      return;
    case 'ctrl+z':
      hands.suspend();
      return;
    case '?':
      hands.help.set(hands.help.latest() === undefined ? 0 : undefined);
      return;
    default:
      (hands.help.latest() === undefined ? onScreen : onHelp)(hands, key);
  }
}

function onScreen(hands: Hands, key: KeyPress): void {
  switch (hands.profiler.place.latest()) {
    case 'setup':
      onSetup(hands, key);
      return;
    case 'starting':
      return;
    case 'profile':
      (isRunning(hands) ? onRun : onResults)(hands, key);
  }
}

const isRunning = ({ session, profiler }: Hands): boolean =>
  profiler.place.latest() === 'profile' && session.state().profile?.activity.type !== 'ended';

const helpPage = 10;

function onHelp(hands: Hands, key: KeyPress): void {
  const { help, lastHelpTop } = hands;
  const scroll = (lines: number) =>
    help.set(Math.min(Math.max((help.latest() ?? 0) + lines, 0), lastHelpTop));
  switch (key) {
    case 'up':
      return scroll(-1);
    case 'down':
      return scroll(1);
    case 'pageup':
      return scroll(-helpPage);
    case 'pagedown':
    case ' ':
      return scroll(helpPage);
    case 'escape':
      return help.set(undefined);
    case 'q':
      return isRunning(hands) ? help.set(undefined) : hands.quit();
    default:
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

function onRun({ session, cancelling, page, room }: Hands, key: KeyPress): void {
  const plan = session.state().profile?.plan;
  if (plan && (key === 'pageup' || key === 'pagedown')) {
    const turned = page.latest() + (key === 'pagedown' ? 1 : -1);
    page.set(Math.min(Math.max(turned, 0), pageCount(plan, room) - 1));
    return;
  }

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
