import { render } from 'ink';
import { App, type AppProps } from './app.tsx';
import { Boundary } from './components/boundary.tsx';

export type Mounted = {
  /** Gives the terminal back. */
  readonly leave: () => void;
  /** Resolves when the terminal is given back, whoever asked for it; rejects when the screen cannot be drawn. */
  readonly left: Promise<unknown>;
};

/** Draws on the alternate screen of the terminal; ending the program is up to the caller. */
export function mount(props: AppProps): Mounted {
  let onFault: (error: unknown) => void = () => {};
  const fault = new Promise<never>((_, reject) => {
    onFault = reject;
  });
  const screen = render(
    <Boundary onFault={onFault}>
      <App {...props} />
    </Boundary>,
    {
      alternateScreen: true,
      interactive: true,
      exitOnCtrlC: false,
      // Above the highest rate that the screens ask for, so that none of their frames is dropped.
      maxFps: 60,
    },
  );
  return { leave: screen.unmount, left: Promise.race([screen.waitUntilExit(), fault]) };
}
