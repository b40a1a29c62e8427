import { render } from 'ink';
import { App, type AppProps } from './app.tsx';
import { Boundary } from './canvas/boundary.tsx';

/** The streams to draw on and to read keys from; the program's own if omitted. */
export type Streams = {
  readonly stdout?: NodeJS.WriteStream;
  readonly stdin?: NodeJS.ReadStream;
};

export type Mounted = {
  /** Draws the present state of the session. Resolves when the frame is written. */
  readonly show: () => Promise<void>;
  /** Restores the terminal. */
  readonly leave: () => void;
  /** Resolves when the terminal is restored, for whatever reason. Rejects if the screen cannot be drawn. */
  readonly left: Promise<unknown>;
};

/** Draws on the terminal's alternate screen. The caller ends the program. */
export function mount(props: AppProps, streams: Streams = {}): Mounted {
  let onFault: (error: unknown) => void = () => {};
  const fault = new Promise<never>((_, reject) => {
    onFault = reject;
  });
  const app = () => (
    <Boundary onFault={onFault}>
      <App {...props} />
    </Boundary>
  );
  const screen = render(app(), {
    ...streams,
    alternateScreen: true,
    interactive: true,
    exitOnCtrlC: false,
    // INK_SCREEN_READER starts a session in sentences; a film of the screens stays one.
    isScreenReaderEnabled: false,
    // Above the rate at which the screens draw, so that no frame is dropped.
    maxFps: 60,
  });
  return {
    async show() {
      screen.rerender(app());
      await screen.waitUntilRenderFlush();
    },
    leave: screen.unmount,
    left: Promise.race([screen.waitUntilExit(), fault]),
  };
}
