import { defaultSettings } from '../core/plan/settings.ts';
import type { CastRecording } from '../output/asciicast/cast-recording.ts';
import type { AppProps } from '../ui/app.tsx';
import type { Mounted } from '../ui/mount.tsx';
import type { Host } from './host.ts';

export type ScreenRequest = Pick<AppProps, 'session' | 'ascii' | 'follows' | 'demo'> &
  Partial<Pick<AppProps, 'settings'>> & {
    /** Where it is drawn: on the terminal as it is where left out. */
    readonly cast?: CastRecording | undefined;
    /** Where keys come from: the terminal where left out. */
    readonly keyboard?: NodeJS.ReadStream;
    /** What begins with the first frame. */
    readonly begin?: () => void;
  };

/** Shows a session on the terminal; it ends as the program does. */
export async function openScreen(request: ScreenRequest, host: Host): Promise<Mounted> {
  const { settings = defaultSettings, cast, keyboard, begin, ...shown } = request;
  const { program, ending } = host;
  // The library that colours the screen knows this variable alone, and reads it when it loads.
  if (program.env['NO_COLOR']) {
    program.env['FORCE_COLOR'] = '0';
  }

  const { mount } = await import('../ui/mount.tsx');
  const onInterrupt = () => ending.interrupt('SIGINT');
  // A shell's own answer to Ctrl+Z: it returns when the program goes on.
  const onSuspend = () => program.platform !== 'win32' && program.kill(0, 'SIGTSTP');
  const onKey = () => cast?.typed();
  begin?.();
  const screen = mount(
    { ...shown, settings, onInterrupt, onSuspend, onKey },
    { ...(cast ? { stdout: cast.stdout } : {}), ...(keyboard ? { stdin: keyboard } : {}) },
  );
  ending.leaveBy(screen.leave);
  return screen;
}
