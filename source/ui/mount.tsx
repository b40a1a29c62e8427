import { render } from 'ink';
import { App, type AppProps } from './app.tsx';
import { Boundary } from './canvas/boundary.tsx';

/** Where it is drawn and where keys come from; the program's own where left out. */
export type Streams = {
  readonly stdout?: NodeJS.WriteStream;
  readonly stdin?: NodeJS.ReadStream;
};

export type Mounted = {
  /** Draws what stands in the session now; resolves when that is written. */
  readonly show: () => Promise<void>;
  /** Gives the terminal back. */
  readonly leave: () => void;
  /** Resolves when the terminal is given back, whoever asked for it; rejects when the screen cannot be drawn. */
  readonly left: Promise<unknown>;
};

/** Draws on the alternate screen of the terminal; ending the program is up to the caller. */
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
    // Above the highest rate that the screens ask for, so that none of their frames is dropped.
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
