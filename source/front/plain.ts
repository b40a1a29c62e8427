import type { Session } from '../core/session/session.ts';
import type { CastRecording } from '../output/asciicast/cast-recording.ts';
import { runHeadless } from './headless.ts';
import type { Options } from '../options/options.ts';
import { resultsStand } from './filming.ts';
import { openHidden } from './hidden.ts';
import type { Host } from './host.ts';

export type PlainRequest = {
  readonly session: Session;
  readonly options: Options;
  readonly cast?: CastRecording | undefined;
};

/** Runs the plan at once; what it looks like is drawn for the cast alone, if there is one. */
export async function runUnseen(request: PlainRequest, host: Host): Promise<void> {
  const { session, options, cast } = request;
  if (!cast) {
    await runPlain(request, host);
    return;
  }

  const { settings, ascii } = options;
  const screen = await openHidden({ session, settings, ascii, cast, follows: true }, host);
  await Promise.race([runPlain(request, host, screen.leave), screen.left]);
  if (!host.ending.interruption()) {
    await screen.show();
    cast.stand(resultsStand);
    screen.leave();
  }
}

async function runPlain(
  { session, options }: PlainRequest,
  { program, ending }: Host,
  leave = () => {},
): Promise<void> {
  const progress = (text: string) => void program.stderr.write(`${text}\n`);
  const left = new Promise<void>((resolve) => {
    ending.leaveBy(() => {
      leave();
      resolve();
    });
  });
  const seen = program.stderr.isTTY ? { progress } : {};
  await Promise.race([runHeadless({ session, options, ...seen }), left]);
}
