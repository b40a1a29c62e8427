import { signalExitCodes } from '../core/profile/exit-code.ts';
import type { Replay } from '../core/session/session.ts';
import type { CastRecording } from '../output/asciicast/cast-recording.ts';
import { hasScreen } from '../output/outputs.ts';
import type { ReplayOptions } from '../options/options.ts';
import { openSavedReplay } from '../session/replay/saved-replay.ts';
import { castOf, resultsStand } from './filming.ts';
import { openHidden } from './hidden.ts';
import type { Host } from './host.ts';
import { lastWords } from './last-words.ts';
import { openScreen } from './screen.ts';
import { hasTerminal, paperOf, savedRuns } from './terminal.ts';

/** Plays a saved run; what was played to its end is printed as it was then. */
export async function replay(options: ReplayOptions, host: Host): Promise<never> {
  const { output, ascii, overwrite } = options;
  const seen = hasScreen(output) && hasTerminal(host);
  const session = await openSavedReplay(options, savedRuns(host));
  const { playback } = session;
  // What is not drawn yet would miss its beginning, and a cast would get the marks of that twice.
  playback.toggle();
  const cast = await castOf({ session, asked: options, overwrite, seen }, host);
  if (seen) {
    const { left } = await openScreen({ session, ascii, cast, begin: playback.restart }, host);
    await left;
  } else {
    await playUnseen({ session, ascii, cast }, host);
  }

  const ended = playback.status().state === 'ended';
  await session.close();
  const text = ended ? lastWords({ session, cast, seen, output, paper: paperOf(host, ascii) }) : '';
  const interruption = host.ending.interruption();
  return host.ending.finish(text, interruption ? signalExitCodes[interruption] : 0);
}

type Unseen = {
  readonly session: Replay;
  readonly ascii: boolean;
  readonly cast: CastRecording | undefined;
};

/** Plays it for the cast, in the time that this takes; where there is none, all of it at once. */
async function playUnseen({ session, ascii, cast }: Unseen, host: Host): Promise<void> {
  const { playback } = session;
  if (!cast) {
    playback.seek(Number.POSITIVE_INFINITY);
    return;
  }

  const screen = await openHidden({ session, ascii, cast, begin: playback.restart }, host);
  host.ending.leaveBy(screen.leave);
  await Promise.race([untilEnded(session), screen.left]);
  if (!host.ending.interruption()) {
    await screen.show();
    cast.stand(resultsStand);
    screen.leave();
  }
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
