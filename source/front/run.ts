import { exitCodeOf } from '../core/profile/exit-code.ts';
import type { Options } from '../options/options.ts';
import { hasScreen } from '../output/formats.ts';
import {
  canTalk,
  explainBackground,
  isAttended,
  paperFor,
  type Surroundings,
} from './surroundings.ts';
import { annotate } from './ending/annotate.ts';
import { lastWords } from './ending/last-words.ts';
import { openLive } from './live.ts';
import { runUnseen } from './headless.ts';
import { castPalette, openPalette } from './colours/palettes.ts';
import { castFor, openScreen } from './screen.ts';

/** Measures: on the screen, in sentences, or at once and unseen. */
export async function run(options: Options, around: Surroundings): Promise<never> {
  const { settings, output, ascii, ray, save, atOnce } = options;
  if (options.plain && hasScreen(output) && canTalk(around)) {
    return talk(options, around);
  }

  const seen = hasScreen(output) && isAttended(around);
  const saves = save === 'all' || (save === 'shown' && seen);
  const { session, close } = openLive({ ray, saves }, around);
  const cast = await castFor({ session, asked: options, seen }, around);
  const look = openPalette(options, around.program);
  if (seen) {
    const { left } = await openScreen({ session, settings, ascii, look, cast, atOnce }, around);
    await left;
  } else {
    if (hasScreen(output)) {
      explainBackground(around);
    }

    await runUnseen({ session, options, cast }, around);
  }

  await close();
  annotate(session, around.program);
  const palette = look.palette();
  const drawn = seen ? palette : castPalette(options, around.program);
  const paper = paperFor(around, { ascii, palette });
  const text = lastWords({ session, cast, drawn, seen, output, paper });
  return around.ending.finish(text, exitCodeOf(session.state(), around.ending.interruption()));
}

/** For those who hear a terminal. */
async function talk(options: Options, around: Surroundings): Promise<never> {
  const { openPlain, refuseFilm } = await import('./plain/plain.ts');
  refuseFilm(options);
  const { session, close } = openLive({ ray: options.ray, saves: options.save !== 'none' }, around);
  const { left, lastWords } = openPlain({ session, options }, around);
  await left;
  await close();
  const code = exitCodeOf(session.state(), around.ending.interruption());
  return around.ending.finish(lastWords(), code);
}
