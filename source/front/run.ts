import { exitCodeOf } from '../core/profile/exit-code.ts';
import type { Options } from '../options/options.ts';
import { hasScreen } from '../output/outputs.ts';
import { hasTerminal, paperFor, type Host } from './host.ts';
import { lastWords } from './last-words.ts';
import { openLive } from './live.ts';
import { runUnseen } from './plain.ts';
import { castFor, openScreen } from './screen.ts';

/** Measures: on the screen, or at once and in plain lines. */
export async function run(options: Options, host: Host): Promise<never> {
  const { settings, output, ascii, ray, save } = options;
  const seen = hasScreen(output) && hasTerminal(host);
  const saves = save === 'all' || (save === 'shown' && seen);
  const { session, close } = openLive({ ray, saves }, host);
  const asked = { session, asked: options, overwrite: settings.force, seen };
  const cast = await castFor(asked, host);
  if (seen) {
    const { left } = await openScreen({ session, settings, ascii, cast }, host);
    await left;
  } else {
    await runUnseen({ session, options, cast }, host);
  }

  await close();
  const text = lastWords({ session, cast, seen, output, paper: paperFor(host, ascii) });
  return host.ending.finish(text, exitCodeOf(session.state(), host.ending.interruption()));
}
