import { exitCodeOf } from '../core/profile/exit-code.ts';
import { hasScreen } from '../output/outputs.ts';
import type { Options } from '../options/options.ts';
import { filmOf } from './filming.ts';
import type { Host } from './host.ts';
import { lastWords } from './last-words.ts';
import { openLive } from './live.ts';
import { runUnseen } from './plain.ts';
import { openScreen } from './screen.ts';
import { hasTerminal, paperOf } from './terminal.ts';

/** Measures: on the screen, or at once and in plain lines. */
export async function run(options: Options, host: Host): Promise<never> {
  const { settings, output, ascii, ray, keep } = options;
  const seen = hasScreen(output) && hasTerminal(host);
  const keeps = keep === 'all' || (keep === 'shown' && seen);
  const { session, close } = openLive({ ray, keeps }, host);
  const asked = { session, asked: options, overwrite: settings.force, seen };
  const film = await filmOf(asked, host);
  if (seen) {
    const { left } = await openScreen({ session, settings, ascii, film }, host);
    await left;
  } else {
    await runUnseen({ session, options, film }, host);
  }

  await close();
  const text = lastWords({ session, film, seen, output, paper: paperOf(host, ascii) });
  return host.ending.finish(text, exitCodeOf(session.state(), host.ending.interruption()));
}
