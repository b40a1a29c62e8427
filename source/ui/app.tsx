import { useWindowSize } from 'ink';
import { reportOf } from '../core/report-of.ts';
import { Screen } from './components/screen.tsx';
import { isTooSmall, smallest, type Picture, type Room } from './frame.ts';
import { useControls, type Controls, type ControlsRequest } from './hooks/use-controls.ts';
import { useSnapshot, type Snapshot } from './hooks/use-snapshot.ts';
import { pageOf, type PageName } from './screens/pages.ts';
import { lastTop, pagerPicture } from './screens/pager.ts';
import { resultsPicture } from './screens/results.ts';
import { runPicture } from './screens/run.ts';
import { setupPicture } from './screens/setup.ts';
import { themeOf, type Theme } from './theme.ts';

export type AppProps = ControlsRequest & { readonly ascii: boolean };

/** The whole screen: the session drawn through what the person's hands did. */
export function App({ ascii, ...request }: AppProps) {
  const { session } = request;
  const room = useWindowSize();
  const theme = themeOf(ascii);
  const drawn = isTooSmall(room) ? smallest : room;
  const lastTopOf = (name: PageName) =>
    lastTop(pageOf(name, session.state(), drawn, theme).rows, drawn);
  const controls = useControls(request, { room: drawn, lastTopOf });
  const snapshot = useSnapshot(session);
  const shown = { ...snapshot, version: session.version };
  const picture = pictureOf(shown, controls, drawn, theme);
  return <Screen picture={picture} room={room} theme={theme} />;
}

type Shown = Snapshot & { readonly version: string };

function pictureOf(
  { state, now, version }: Shown,
  { form, place, cancelling, pager, page }: Controls,
  room: Room,
  theme: Theme,
): Picture {
  const { profile } = state;
  if (pager) {
    return pagerPicture(pageOf(pager.shows, state, room, theme), pager.top, room, theme);
  }

  if (place !== 'profile' || !profile) {
    const shown = place === 'profile' ? 'setup' : place;
    return setupPicture({ state, now, form, place: shown }, room, theme);
  }

  const report = profile.activity.type === 'ended' ? reportOf(state, version) : undefined;
  return report
    ? resultsPicture(report, room, theme)
    : runPicture({ state, profile, now, cancelling, page }, room, theme);
}
