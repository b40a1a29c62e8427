import { useWindowSize } from 'ink';
import type { Demo } from '../core/session/demo.ts';
import { reportOf } from '../core/report/report-of.ts';
import type { Session } from '../core/session/session.ts';
import type { State } from '../core/profile/state.ts';
import { Screen } from './canvas/screen.tsx';
import { isTooSmall, smallest, type Picture, type Room } from './canvas/frame.ts';
import { useCaption } from './use-caption.ts';
import { useControls, type Controls, type ControlsRequest } from './use-controls.ts';
import { useSnapshot, type Snapshot } from './use-snapshot.ts';
import { demoPicture } from './pages/demo-picture.ts';
import { hasDriverLog } from '../core/profile/logged-failures.ts';
import { historyPicture } from './history/history.ts';
import { pageOf, type PageName } from './pages/pages.ts';
import { lastTop, pagerPicture } from './parts/pager.ts';
import { replayKeys } from './replay/replay-keys.ts';
import { resultsPicture } from './results/results.ts';
import { runPicture } from './run/run.ts';
import { setupPicture } from './setup/setup.ts';
import { timelinePicture } from './timeline/timeline-screen.ts';
import { themeOf, type Theme } from './canvas/theme.ts';

export type AppProps = ControlsRequest & {
  readonly ascii: boolean;
  /** Where it plays itself. */
  readonly demo?: Demo;
};

/** The whole screen: the session drawn through what the person's hands did. */
export function App({ ascii, demo, ...request }: AppProps) {
  const room = useWindowSize();
  const theme = themeOf(ascii);
  const drawn = isTooSmall(room) ? smallest : room;
  const lastTopOf = (name: PageName, state: State) =>
    lastTop(pageOf(name, state, drawn, theme).rows, drawn);
  const controls = useControls(request, { room: drawn, lastTopOf });
  const session = controls.history?.opened ?? request.session;
  useCaption(demo);
  const picture = pictureOf({ ...useSnapshot(session), session }, controls, drawn, theme);
  const shown = demo ? demoPicture(picture, demo, drawn) : picture;
  return <Screen picture={shown} room={room} theme={theme} />;
}

type Shown = Snapshot & { readonly session: Session };

function pictureOf(shown: Shown, controls: Controls, room: Room, theme: Theme): Picture {
  const { state, session, status } = shown;
  const { pager, history, timeline: view } = controls;
  const { profile } = state;
  if (pager) {
    return pagerPicture(pageOf(pager.shows, state, room, theme), pager.top, room, theme);
  }

  if (history && !history.opened) {
    return historyPicture(history, room, theme);
  }

  if (view && profile) {
    const quits = session.playback !== undefined || profile.activity.type === 'ended';
    return timelinePicture({ view, profile, quits }, room, theme);
  }

  const picture = screenPicture(shown, controls, room, theme);
  const logged = hasDriverLog(profile);
  return status
    ? {
        ...picture,
        keys: replayKeys({ status, logged, listed: history !== undefined }, room, theme),
      }
    : picture;
}

function screenPicture(
  { state, now, session }: Shown,
  { form, place, cancelling, page }: Controls,
  room: Room,
  theme: Theme,
): Picture {
  const { profile } = state;
  if (!profile || (place !== 'profile' && !session.playback)) {
    const shown = place === 'profile' ? 'setup' : place;
    const listed = session.history !== undefined;
    return setupPicture({ state, now, form, place: shown, listed }, room, theme);
  }

  const report = profile.activity.type === 'ended' ? reportOf(state, session.version) : undefined;
  return report
    ? resultsPicture(report, room, theme, session.history !== undefined)
    : runPicture({ state, profile, now, cancelling, page }, room, theme);
}
