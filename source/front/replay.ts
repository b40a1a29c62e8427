import { madeUpTime, type MadeUpTime } from '../core/made-up-time.ts';
import { signalExitCodes } from '../core/profile/exit-code.ts';
import type { Replay } from '../core/session/session.ts';
import type { Palette } from '../core/text/palette.ts';
import type { ReplayOptions } from '../options/options.ts';
import type { CastRecording } from '../output/asciicast/cast-recording.ts';
import { hasScreen } from '../output/formats.ts';
import { openSavedReplay } from '../session/replay/saved-replay.ts';
import { canTalk, isAttended, paperFor, savedRuns, type Surroundings } from './surroundings.ts';
import { lastWords } from './ending/last-words.ts';
import { playAtOnce } from './play-at-once.ts';
import { castPalette, openPalette } from './colours/palettes.ts';
import { castFor, endOnResults, openHidden, openScreen } from './screen.ts';

/** Plays a saved run. If it reaches its end, its results are printed. */
export async function replay(options: ReplayOptions, around: Surroundings): Promise<never> {
  const { output, ascii } = options;
  // Sentences are not played back: the results are read out at once.
  const told = options.plain && hasScreen(output) && canTalk(around);
  const seen = !told && hasScreen(output) && isAttended(around);
  const madeUp = seen || !options.record ? undefined : madeUpTime();
  const timing = madeUp ? { timing: madeUp } : {};
  const session = await openSavedReplay({ ...options, ...timing }, savedRuns(around));
  const { playback } = session;
  // Paused until the screen is open, which would miss the beginning. Also, the cast would get its markers twice.
  playback.toggle();
  const asked = { session, asked: options, seen, ...timing };
  const cast = await castFor(asked, around);
  const look = openPalette(options, around.program);
  const onCast = castPalette(options, around.program);
  if (seen) {
    const shown = { session, ascii, look, cast, begin: playback.restart };
    const { left } = await openScreen(shown, around);
    await left;
  } else {
    await playUnseen({ session, ascii, look: onCast, cast, madeUp }, around);
  }

  const ended = playback.status().state === 'ended';
  await session.close();
  const palette = look.palette();
  const paper = paperFor(around, { ascii, palette });
  const drawn = seen ? palette : onCast;
  const words = { session, cast, drawn, seen, paper };
  const text = ended ? lastWords({ ...words, output: told ? 'sentences' : output }) : [];
  const interruption = around.ending.interruption();
  return around.ending.finish(text, interruption ? signalExitCodes[interruption] : 0);
}

type UnseenRequest = {
  readonly session: Replay;
  readonly ascii: boolean;
  readonly look: Palette;
  readonly cast: CastRecording | undefined;
  readonly madeUp: MadeUpTime | undefined;
};

/** Plays the run for its cast in made-up time; without a cast it goes to the end at once. */
async function playUnseen(
  { session, ascii, look, cast, madeUp }: UnseenRequest,
  around: Surroundings,
): Promise<void> {
  const { playback } = session;
  if (!cast || !madeUp) {
    playback.seek(Number.POSITIVE_INFINITY);
    return;
  }

  const screen = await openHidden({ session, ascii, look, cast, begin: playback.restart });
  around.ending.leaveBy(screen.leave);
  await playAtOnce({ time: madeUp, screen }, untilEnded(session));
  await endOnResults(screen, cast, around);
}

async function untilEnded({ playback, subscribe }: Replay): Promise<void> {
  let stop = () => {};
  await new Promise<void>((resolve) => {
    const look = () => playback.status().state === 'ended' && resolve();
    stop = subscribe(look);
    look();
  });
  stop();
}
