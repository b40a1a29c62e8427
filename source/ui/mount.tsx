import { render } from 'ink';
import { App, type AppProps } from './app.tsx';
import { paletteOf } from '../core/text/palette.ts';
import { Boundary } from './canvas/boundary.tsx';
import { openCanvas, type PaletteSource } from './canvas/canvas.ts';

/** The streams to draw on and to read keys from. */
export type Streams = {
  readonly stdout: NodeJS.WriteStream;
  readonly stdin: NodeJS.ReadStream;
  /** All colours on a dark background if omitted. */
  readonly colours?: PaletteSource;
};

const usual = paletteOf({ background: 'dark', colours: 'all' });
const usualColours: PaletteSource = { palette: () => usual, subscribe: () => () => {} };

export type Mounted = {
  /** Draws the present state of the session. Resolves when the frame is written. */
  readonly show: () => Promise<void>;
  /** Restores the terminal. */
  readonly leave: () => void;
  /** Resolves when the terminal is restored, for whatever reason. Rejects if the screen cannot be drawn. */
  readonly left: Promise<unknown>;
};

/** Draws on the terminal's alternate screen. The caller ends the program. */
export function mount(
  props: Omit<AppProps, 'canvas'>,
  { stdout, stdin, colours = usualColours }: Streams,
): Mounted {
  const canvas = openCanvas({ write: (text) => void stdout.write(text), colours });
  // Before Ink's own listener, which draws the frame for the new size.
  stdout.on('resize', canvas.forget);
  let onFault: (error: unknown) => void = () => {};
  const fault = new Promise<never>((_, reject) => {
    onFault = reject;
  });
  const app = () => (
    <Boundary onFault={onFault}>
      <App {...props} canvas={canvas} />
    </Boundary>
  );
  const screen = render(app(), {
    stdout,
    stdin,
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
    left: Promise.race([screen.waitUntilExit(), fault]).finally(() =>
      stdout.off('resize', canvas.forget),
    ),
  };
}
