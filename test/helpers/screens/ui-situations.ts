import { defaultSettings } from '../../../source/core/plan/settings.ts';
import type { Playback } from '../../../source/core/session/playback.ts';
import { themeOf } from '../../../source/ui/canvas/theme.ts';
import { firstPlace } from '../../../source/ui/details/details.ts';
import { emptyHistory } from '../../../source/ui/history/cursor.ts';
import type { Held } from '../../../source/ui/input/use-held.ts';
import { situationOf, type KeyTargets } from '../../../source/ui/key-targets.ts';
import type { Pager } from '../../../source/ui/pages/pages.ts';
import type { Cancelling } from '../../../source/ui/run/run-keys.ts';
import type { Place } from '../../../source/ui/run/use-profiler.ts';
import type { Shown } from '../../../source/ui/screens.ts';
import { formOf } from '../../../source/ui/setup/form.ts';
import { isMeasuring } from '../../../source/ui/situation.ts';
import { wholePass } from '../../../source/ui/timeline/timeline.ts';
import { profileStateWith } from '../profiles/profiles.ts';
import { rampedPass } from '../profiles/timelines.ts';
import { fakeSession } from '../session/fake-session.ts';
import { sessionState } from './ui-states.ts';

/** A situation in a few words. */
export type Circumstance = {
  readonly profile: 'none' | 'running' | 'ended';
  readonly place: Place;
  readonly replay: boolean;
  /** What lies over the screen of the profile. */
  readonly over: 'nothing' | 'list' | 'timeline' | 'details' | 'page' | 'all';
};

/** All combinations, including those that no key leads to. */
export const circumstances: readonly Circumstance[] = (
  ['none', 'running', 'ended'] as const
).flatMap((profile) =>
  (['setup', 'preparing', 'starting', 'profile'] as const).flatMap((place) =>
    [false, true].flatMap((replay) =>
      (['nothing', 'list', 'timeline', 'details', 'page', 'all'] as const).map((over) => ({
        profile,
        place,
        replay,
        over,
      })),
    ),
  ),
);

const ended = profileStateWith({ walls: { local: [9], pool: [(pass) => rampedPass(pass, 8)] } });

const profiles = {
  none: undefined,
  running: { ...ended, activity: { type: 'opening' } },
  ended,
} as const;

const held = <Value>(value: Value): Held<Value> => {
  let latest = value;
  return { value, latest: () => latest, set: (next) => void (latest = next) };
};

/** The targets of a key, and the names of the functions that it called. */
export type TargetsWithCalls = { readonly targets: KeyTargets; readonly calls: readonly string[] };

export function targetsIn({ profile, place, replay, over }: Circumstance): TargetsWithCalls {
  const calls: string[] = [];
  const noted = (name: string) => () => void calls.push(name);
  const known = profiles[profile];
  const state = sessionState(2, known ? { profile: known } : {});
  const playback: Playback = {
    status: () => ({ state: 'playing', position: 0, length: 1, speed: 1 }),
    toggle: noted('toggle'),
    seek: noted('seek'),
    step: noted('step'),
    changeSpeed: noted('changeSpeed'),
    restart: noted('restart'),
  };
  const session = { ...fakeSession({ state }), ...(replay ? { playback } : {}) };
  const lies = (what: Circumstance['over']) => over === what || over === 'all';
  return {
    calls,
    targets: {
      session,
      state,
      place,
      measuring: isMeasuring({ session, state, place }),
      form: held(formOf(defaultSettings)),
      cancelling: held<Cancelling>('no'),
      profiler: {
        place: held(place),
        start: noted('start'),
        again: noted('again'),
        giveUp: noted('giveUp'),
      },
      historyActions: {
        view: held(lies('list') ? emptyHistory : undefined),
        show: noted('show'),
        open: noted('open'),
        remove: noted('remove'),
        annotate: noted('annotate'),
        back: noted('back'),
      },
      pager: held<Pager | undefined>(
        lies('page') ? { shows: 'help', top: 0, over: 'setup' } : undefined,
      ),
      timeline: held(lies('timeline') ? wholePass : undefined),
      details: held(lies('details') ? firstPlace : undefined),
      openTimeline: noted('openTimeline'),
      page: held(0),
      detailed: held(false),
      pasteRefused: held(false),
      room: { columns: 80, rows: 24 },
      theme: themeOf(false),
      redraw: noted('redraw'),
      suspend: noted('suspend'),
      quit: noted('quit'),
      interrupt: noted('interrupt'),
    },
  };
}

/** The input of the picture in the same situation. */
export const shownIn = (targets: KeyTargets): Shown => ({
  ...situationOf(targets),
  session: targets.session,
  now: 0,
  status: targets.session.playback?.status(),
  form: targets.form.latest(),
  cancelling: targets.cancelling.latest(),
  page: targets.page.latest(),
  detailed: targets.detailed.latest(),
  pasteRefused: targets.pasteRefused.latest(),
  lastRuns: undefined,
});
