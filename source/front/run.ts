import { exitCodeOf } from '../core/profile/exit-code.ts';
import { hasScreen } from '../output/outputs.ts';
import type { Options } from '../options/options.ts';
import { castOf } from './filming.ts';
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
  const saves = keep === 'all' || (keep === 'shown' && seen);
  const { session, close } = openLive({ ray, saves }, host);
  const asked = { session, asked: options, overwrite: settings.force, seen };
  const cast = await castOf(asked, host);
  if (seen) {
    const { left } = await openScreen({ session, settings, ascii, cast }, host);
    await left;
  } else {
    await runUnseen({ session, options, cast }, host);
  }

  await close();
  const text = lastWords({ session, cast, seen, output, paper: paperOf(host, ascii) });
  return host.ending.finish(text, exitCodeOf(session.state(), host.ending.interruption()));
}
