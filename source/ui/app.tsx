import { useEffect, useState, useSyncExternalStore } from 'react';
import { useIsScreenReaderEnabled, useWindowSize } from 'ink';
import type { Demo } from '../core/session/demo.ts';
import type { Session } from '../core/session/session.ts';
import type { Canvas } from './canvas/canvas.ts';
import { isTooSmall, smallest, type Room } from './canvas/frame.ts';
import { hasSpinner, type Line } from './canvas/line.ts';
import { rowsOf, Words } from './canvas/screen.tsx';
import { themeOf, type Theme } from './canvas/theme.ts';
import { Turning } from './canvas/turning.tsx';
import { demoPicture } from './pages/demo-picture.ts';
import { pictureOf } from './screens.ts';
import { useControls, type ControlsRequest } from './use-controls.ts';
import { useFrames, useSnapshot, type Snapshot } from './use-frames.ts';

export type AppProps = ControlsRequest & {
  readonly ascii: boolean;
  /** Plays the demonstration, if it is one. */
  readonly demo?: Demo;
};

/** The whole screen: the session, drawn as the keys pressed so far ask for it. */
export function App({ ascii, demo, ...request }: AppProps) {
  const room = useWindowSize();
  const theme = themeOf(ascii);
  const drawn = isTooSmall(room) ? smallest : room;
  const controls = useControls(request, drawn, theme);
  const session = controls.history?.opened ?? request.session;
  const aloud = useIsScreenReaderEnabled();
  useCaption(demo);
  const rows = (snapshot: Snapshot) => {
    const picture = pictureOf({ ...controls, ...snapshot, session }, drawn, theme);
    return rowsOf(demo ? demoPicture(picture, demo, drawn) : picture, room, theme);
  };
  const { canvas } = request;
  return canvas && !aloud ? (
    <Drawn session={session} rows={rows} canvas={canvas} theme={theme} />
  ) : (
    <Written session={session} rows={rows} room={room} />
  );
}

type ShownProps = {
  readonly session: Session;
  readonly rows: (snapshot: Snapshot) => readonly Line[];
};

type DrawnProps = ShownProps & { readonly canvas: Canvas; readonly theme: Theme };

/** Draws on the canvas. While there are spinners, they turn. */
function Drawn({ session, rows, canvas, theme }: DrawnProps) {
  const [turns, setTurns] = useState(false);
  useFrames(session, (snapshot) => {
    const lines = rows(snapshot);
    canvas.show(lines);
    // Even the same value as before is work for React.
    if (hasSpinner(lines) !== turns) {
      setTurns(!turns);
    }
  });
  useEffect(() => canvas.close, [canvas]);
  return turns ? <Turning canvas={canvas} type={theme.spinner} /> : null;
}

/** Lets Ink write the words, as for a screen reader. */
function Written({ session, rows, room }: ShownProps & { readonly room: Room }) {
  return <Words rows={rows(useSnapshot(session))} room={room} />;
}

const silent = { caption: () => undefined, subscribe: () => () => {} };

/** Redraws when the caption of a demo changes. */
function useCaption({ caption, subscribe }: Pick<Demo, 'caption' | 'subscribe'> = silent) {
  useSyncExternalStore(subscribe, caption);
}
