import { defaultSettings } from '../core/plan/settings.ts';
import type { CastRecording } from '../output/asciicast/cast-recording.ts';
import type { Mounted } from '../ui/mount.tsx';
import type { Host } from './host.ts';
import type { ScreenRequest } from './screen.ts';

export type HiddenRequest = ScreenRequest & { readonly cast: CastRecording };

/** Draws a session for its cast alone; where no keyboard is given, nobody presses a key. */
export async function openHidden(request: HiddenRequest, { program }: Host): Promise<Mounted> {
  const { settings = defaultSettings, cast, keyboard, begin, ...shown } = request;
  const { env } = program;
  const before = env['FORCE_COLOR'];
  env['FORCE_COLOR'] = env['NO_COLOR'] ? '0' : (before ?? '3');
  const { mount } = await import('../ui/mount.tsx');
  // What fibtui starts later may write to something else than this terminal.
  if (before === undefined) {
    delete env['FORCE_COLOR'];
  }

  const { virtualKeyboard } = await import('../output/asciicast/virtual-keyboard.ts');
  const onKey = () => cast.typed();
  begin?.();
  return mount(
    { ...shown, settings, onInterrupt() {}, onSuspend() {}, onKey },
    { stdout: cast.stdout, stdin: keyboard ?? virtualKeyboard() },
  );
}
