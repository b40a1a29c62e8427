import { exitCodeOf } from '../core/profile/exit-code.ts';
import type { Options } from '../options/options.ts';
import { hasScreen } from '../output/outputs.ts';
import { explainBackground, isAttended, paperFor, type Surroundings } from './surroundings.ts';
import { lastWords } from './ending/last-words.ts';
import { openLive } from './live.ts';
import { runUnseen } from './plain.ts';
import { castPalette, openPalette } from './colours/palettes.ts';
import { castFor, openScreen } from './screen.ts';

/** Measures: on the screen, or at once and in plain lines. */
export async function run(options: Options, around: Surroundings): Promise<never> {
  const { settings, output, ascii, ray, save } = options;
  const seen = hasScreen(output) && isAttended(around);
  const saves = save === 'all' || (save === 'shown' && seen);
  const { session, close } = openLive({ ray, saves }, around);
  const asked = { session, asked: options, overwrite: settings.force, seen };
  const cast = await castFor(asked, around);
  const look = openPalette(options, around.program);
  if (seen) {
    const { left } = await openScreen({ session, settings, ascii, look, cast }, around);
    await left;
  } else {
    if (hasScreen(output)) {
      explainBackground(around);
    }

    await runUnseen({ session, options, cast }, around);
  }

  await close();
  const palette = look.palette();
  const drawn = seen ? palette : castPalette(options, around.program);
  const paper = paperFor(around, { ascii, palette });
  const text = lastWords({ session, cast, drawn, seen, output, paper });
  return around.ending.finish(text, exitCodeOf(session.state(), around.ending.interruption()));
}
