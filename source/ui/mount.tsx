import { render } from 'ink';
import { App, type AppProps } from './app.tsx';

export type Mounted = {
  /** Gives the terminal back. */
  readonly leave: () => void;
  /** Resolves when the terminal is given back, whoever asked for it. */
  readonly left: Promise<unknown>;
};

/** Draws on the alternate screen of the terminal; ending the program is up to the caller. */
export function mount(props: AppProps): Mounted {
  const screen = render(<App {...props} />, {
    alternateScreen: true,
    interactive: true,
    exitOnCtrlC: false,
    // Above the highest rate that the screens ask for, so that none of their frames is dropped.
    maxFps: 60,
  });
  return { leave: screen.unmount, left: screen.waitUntilExit() };
}
