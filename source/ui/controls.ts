import type { Session } from '../core/session.ts';
import { withWorkload } from './engine-switch.ts';
import { afterKey, type Form } from './form.ts';
import type { Held } from './hooks/use-held.ts';
import type { Profiler } from './hooks/use-profiler.ts';
import type { KeyPress } from './keys.ts';
import type { Room } from './frame.ts';
import { prospectOf } from './prospect.ts';
import { hasDriverLog } from './screens/driver-log.ts';
import type { PageName } from './screens/pages.ts';
import { pageCount } from './screens/run-room.ts';

/** How far a run is cancelled: Esc asks, and a second Esc does it. */
export type Cancelling = 'no' | 'asking' | 'stopping';

/** What lies over the screen, and the first of its lines that is shown. */
export type Pager = { readonly shows: PageName; readonly top: number };

/** What the keys can change. */
export type Hands = {
  readonly session: Session;
  readonly form: Held<Form>;
  readonly cancelling: Held<Cancelling>;
  readonly profiler: Profiler;
  /** Undefined while nothing lies over the screen. */
  readonly pager: Held<Pager | undefined>;
  /** The furthest that it can be scrolled. */
  readonly lastTopOf: (name: PageName) => number;
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
    default:
      onPlainKey(hands, key);
  }
}

/** A page is closed by the key that opens it. */
function onPlainKey(hands: Hands, key: KeyPress): void {
  const { pager } = hands;
  const shown = pager.latest();
  const asked = pageBehind(hands, key);
  if (asked) {
    pager.set(asked === shown?.shows ? undefined : { shows: asked, top: 0 });
  } else if (shown) {
    onPage(hands, shown, key);
  } else {
    onScreen(hands, key);
  }
}

/** The page that a key opens here. */
function pageBehind({ session, profiler }: Hands, key: KeyPress): PageName | undefined {
  if (key === '?') {
    return 'help';
  }

  const logged = profiler.place.latest() === 'profile' && hasDriverLog(session.state().profile);
  return key === 'd' && logged ? 'driver-log' : undefined;
}

function onScreen(hands: Hands, key: KeyPress): void {
  switch (hands.profiler.place.latest()) {
    case 'setup':
      onSetup(hands, key);
      return;
    case 'preparing':
      if (key === 'escape') {
        hands.profiler.giveUp();
      }

      return;
    case 'starting':
      return;
    case 'profile':
      (isRunning(hands) ? onRun : onResults)(hands, key);
  }
}

const isRunning = ({ session, profiler }: Hands): boolean =>
  profiler.place.latest() === 'profile' && session.state().profile?.activity.type !== 'ended';

const linesAPage = 10;

function onPage(hands: Hands, { shows, top }: Pager, key: KeyPress): void {
  const { pager, lastTopOf } = hands;
  const scroll = (lines: number) =>
    pager.set({ shows, top: Math.min(Math.max(top + lines, 0), lastTopOf(shows)) });
  switch (key) {
    case 'up':
      return scroll(-1);
    case 'down':
      return scroll(1);
    case 'pageup':
      return scroll(-linesAPage);
    case 'pagedown':
    case ' ':
      return scroll(linesAPage);
    case 'escape':
      return pager.set(undefined);
    case 'q':
      return isRunning(hands) ? pager.set(undefined) : hands.quit();
    default:
  }
}

function onSetup(hands: Hands, key: KeyPress): void {
  const { session, form, profiler } = hands;
  const { settings, typed, field } = form.latest();
  const { refused } = prospectOf(session.state(), form.latest());
  if (key === 'enter' && typed === undefined && !refused) {
    profiler.start(settings);
  } else if (field === 'ray') {
    // An address may be typed there: no letter means anything else.
    changeForm(hands, key);
  } else {
    onPlan(hands, key, refused);
  }
}

function onPlan(hands: Hands, key: KeyPress, refused: boolean): void {
  const { form, quit } = hands;
  if (key === 'q') {
    quit();
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
  const state = session.state();
  if (state.profile && (key === 'pageup' || key === 'pagedown')) {
    const turned = page.latest() + (key === 'pagedown' ? 1 : -1);
    page.set(Math.min(Math.max(turned, 0), pageCount(state, state.profile, room) - 1));
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
