import { UsageError } from '../core/failure.ts';
import type { Refusal } from '../core/plan/memory.ts';
import type { Session } from '../core/session/session.ts';
import type { Options } from '../options/options.ts';
import type { CastRecording } from '../output/asciicast/cast-recording.ts';
import type { Surroundings } from './surroundings.ts';
import { castPalette } from './colours/palettes.ts';
import { showProgress } from './progress/progress.ts';
import { endOnResults, openHidden } from './screen.ts';

export type HeadlessRequest = {
  readonly session: Session;
  readonly options: Options;
  readonly cast?: CastRecording | undefined;
};

/** Runs the settings at once. Their screens are drawn for the cast, if there is one. */
export async function runUnseen(request: HeadlessRequest, around: Surroundings): Promise<void> {
  const { session, options, cast } = request;
  if (!cast) {
    await runShowing(request, around);
    return;
  }

  const { settings, ascii } = options;
  const look = castPalette(options, around.program);
  const screen = await openHidden({ session, settings, ascii, look, cast, follows: true });
  await Promise.race([runShowing(request, around, screen.leave), screen.left]);
  await endOnResults(screen, cast, around);
}

/** Shows on standard error how far it is, unless asked to be quiet. */
async function runShowing(
  { session, options }: HeadlessRequest,
  { program, ending }: Surroundings,
  leave = () => {},
): Promise<void> {
  const given = new AbortController();
  const stop = options.quiet ? () => {} : showProgress(session, program);
  const left = new Promise<void>((resolve) => {
    ending.leaveBy(() => {
      stop();
      leave();
      given.abort();
      resolve();
    });
  });
  await Promise.race([runHeadless(session, options, given.signal), left]).finally(stop);
}

/**
 * Runs the settings without a screen; throws a `UsageError` where they need too much memory. The signal gives up a start
 * that still waits.
 */
export async function runHeadless(
  session: Pick<Session, 'run'>,
  { settings }: Pick<Options, 'settings'>,
  signal?: AbortSignal,
): Promise<void> {
  const attempt = await session.run(settings, signal);
  if (attempt.status === 'refused') {
    throw new UsageError(`${attempt.refusal}; use ${remedies[attempt.cause]}, or add --force.`);
  }

  await attempt.ended;
}

const remedies: Readonly<Record<Refusal['cause'], string>> = {
  work: '--workload pair, a smaller --size or fewer --workers',
  cluster: '--workload pair, a smaller --size or nodes with more memory',
  tasks: 'fewer --tasks or --rounds',
};
