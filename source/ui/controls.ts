import { workloads } from '../core/plan/workload.ts';
import { checkSettings } from '../core/report/check-settings.ts';
import { reportOf } from '../core/report/report-of.ts';
import type { Session } from '../core/session/session.ts';
import type { State } from '../core/profile/state.ts';
import { withWorkload } from './setup/engine-switch.ts';
import { afterKey } from './setup/form.ts';
import type { Form } from './setup/form-state.ts';
import type { Held } from './input/use-held.ts';
import type { Historian } from './history/use-history.ts';
import type { Profiler } from './run/use-profiler.ts';
import type { KeyPress } from './input/keys.ts';
import { contentHeight, type Room } from './canvas/frame.ts';
import { onHistory } from './history/history-controls.ts';
import { prospectOf } from './setup/prospect.ts';
import type { Cancelling } from './run/run-keys.ts';
import { hasDriverLog } from '../core/profile/logged-failures.ts';
import type { PageName } from './pages/pages.ts';
import { onReplay } from './replay/replay-controls.ts';
import { pageCount } from './run/run-room.ts';
import { onTimeline } from './timeline/timeline-controls.ts';
import { wholePass, type TimelineView } from './timeline/timeline.ts';

/** What lies over the screen, and the first of its lines that is shown. */
export type Pager = { readonly shows: PageName; readonly top: number };

/** What the keys can change. */
export type Hands = {
  readonly session: Session;
  readonly form: Held<Form>;
  readonly cancelling: Held<Cancelling>;
  readonly profiler: Profiler;
  readonly historian: Historian;
  /** Undefined while nothing lies over the screen. */
  readonly pager: Held<Pager | undefined>;
  /** Undefined while no timeline lies over the screen. */
  readonly timeline: Held<TimelineView | undefined>;
  /** The furthest that it can be scrolled. */
  readonly lastTopOf: (name: PageName, state: State) => number;
  /** The page of the workers. */
  readonly page: Held<number>;
  readonly room: Room;
  /** Draws what changed behind the state. */
  readonly redraw: () => void;
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
    onTimelineOrScreen(hands, key);
  }
}

/** On a run and its results `g` opens the timeline. */
function onTimelineOrScreen(hands: Hands, key: KeyPress): void {
  const { timeline, quit } = hands;
  const { profile } = shownSession(hands).state();
  const view = timeline.latest();
  if (
    !view &&
    profile &&
    key === 'g' &&
    isProfiled(hands) &&
    hands.cancelling.latest() !== 'asking'
  ) {
    timeline.set(wholePass);
  } else if (!view || !profile) {
    onScreen(hands, key);
  } else if (key === 'q' && !isRunning(hands)) {
    quit();
  } else {
    onTimeline(hands, view, profile, key);
  }
}

/** The page that a key opens here. */
function pageBehind(hands: Hands, key: KeyPress): PageName | undefined {
  if (key === '?') {
    return 'help';
  }

  const logged = isProfiled(hands) && hasDriverLog(shownSession(hands).state().profile);
  return key === 'd' && logged ? 'driver-log' : undefined;
}

/** Whether a run or its results are what the keys are for. */
const isProfiled = (hands: Hands): boolean =>
  !listed(hands) &&
  (hands.profiler.place.latest() === 'profile' || shownSession(hands).playback !== undefined);

/** The session that is looked at: a run from the list, or the one that lives. */
const shownSession = ({ session, historian }: Hands): Session =>
  historian.view.latest()?.opened ?? session;

/** Whether the list of runs is what the keys are for. */
function listed({ historian }: Hands): boolean {
  const view = historian.view.latest();
  return view !== undefined && !view.opened;
}

function onScreen(hands: Hands, key: KeyPress): void {
  const { playback } = shownSession(hands);
  if (listed(hands)) {
    onHistory(hands, key);
  } else if (playback && (key === 'pageup' || key === 'pagedown')) {
    turnPage(hands, shownSession(hands).state(), key);
  } else if (playback) {
    onReplay({ ...hands, back: hands.historian.back }, playback, key);
  } else {
    onOwnScreen(hands, key);
  }
}

function onOwnScreen(hands: Hands, key: KeyPress): void {
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

/** Two lines of one page are on the next one, too. */
const linesAPage = (room: Room): number => contentHeight(room) - 2;

function onPage(hands: Hands, { shows, top }: Pager, key: KeyPress): void {
  const { pager, lastTopOf, room } = hands;
  const scroll = (lines: number) =>
    pager.set({
      shows,
      top: Math.min(Math.max(top + lines, 0), lastTopOf(shows, shownSession(hands).state())),
    });
  switch (key) {
    case 'up':
      return scroll(-1);
    case 'down':
      return scroll(1);
    case 'pageup':
      return scroll(-linesAPage(room));
    case 'pagedown':
    case ' ':
      return scroll(linesAPage(room));
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
  } else if (field === 'address') {
    // An address may be typed there: no letter means anything else.
    changeForm(hands, key);
  } else {
    onPlan(hands, key, refused);
  }
}

function onPlan(hands: Hands, key: KeyPress, refused: boolean): void {
  const { form, quit } = hands;
  const { settings } = form.latest();
  if (key === 'q') {
    quit();
  } else if (key === 'f' && refused) {
    force(hands);
  } else if (key === 'h' && form.latest().typed === undefined) {
    hands.historian.show();
  } else if (key === 'p' && refused) {
    form.set(withWorkload(form.latest(), workloads[settings.workload].instead));
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

/** Of the workers. */
function turnPage({ page, room }: Hands, state: State, key: 'pageup' | 'pagedown'): void {
  if (state.profile) {
    const turned = page.latest() + (key === 'pagedown' ? 1 : -1);
    page.set(Math.min(Math.max(turned, 0), pageCount(state, state.profile, room) - 1));
  }
}

function onRun(hands: Hands, key: KeyPress): void {
  const { session, cancelling } = hands;
  if (key === 'pageup' || key === 'pagedown') {
    turnPage(hands, session.state(), key);
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
  } else if (key === 'h') {
    hands.historian.show();
  } else if (key === 'm') {
    check(hands);
  } else if (key === 'left' || key === 'right') {
    form.set({ ...form.latest(), field: 'size' });
    changeForm(hands, key);
    profiler.place.set('setup');
  }
}

/** Runs the same plan with the workload that tells whether memory is what was lost by, where that is guessed. */
function check({ session, form, profiler }: Hands): void {
  const report = reportOf(session.state(), session.version);
  const settings = report && checkSettings(form.latest().settings, report);
  if (settings) {
    profiler.start(settings);
  }
}

const changeForm = ({ session, form }: Hands, key: KeyPress): void =>
  form.set(afterKey(form.latest(), key, session.state().machine?.usable.count ?? 1));
