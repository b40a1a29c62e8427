import { useSyncExternalStore } from 'react';
import { useWindowSize } from 'ink';
import type { Demo } from '../core/session/demo.ts';
import { Screen } from './canvas/screen.tsx';
import { isTooSmall, smallest } from './canvas/frame.ts';
import { themeOf } from './canvas/theme.ts';
import { demoPicture } from './pages/demo-picture.ts';
import { pictureOf } from './screens.ts';
import { useControls, type ControlsRequest } from './use-controls.ts';
import { useSnapshot } from './use-snapshot.ts';

export type AppProps = ControlsRequest & {
  readonly ascii: boolean;
  /** Plays the demonstration, if it is one. */
  readonly demo?: Demo;
};

/** The whole screen: the session, drawn as the keys pressed so far ask for it. */
export function App({ ascii, demo, ...request }: AppProps) {
  const { canvas } = request;
  const room = useWindowSize();
  const theme = themeOf(ascii);
  const drawn = isTooSmall(room) ? smallest : room;
  const controls = useControls(request, drawn, theme);
  const session = controls.history?.opened ?? request.session;
  useCaption(demo);
  const picture = pictureOf({ ...controls, ...useSnapshot(session), session }, drawn, theme);
  const shown = demo ? demoPicture(picture, demo, drawn) : picture;
  return <Screen picture={shown} room={room} theme={theme} canvas={canvas} />;
}

const silent = { caption: () => undefined, subscribe: () => () => {} };

/** Redraws when the caption of a demo changes. */
function useCaption({ caption, subscribe }: Pick<Demo, 'caption' | 'subscribe'> = silent) {
  useSyncExternalStore(subscribe, caption);
}
