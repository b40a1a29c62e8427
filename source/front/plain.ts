import { UsageError } from '../core/failure.ts';
import type { Refusal } from '../core/plan/memory.ts';
import type { Session } from '../core/session/session.ts';
import type { Options } from '../options/options.ts';
import type { CastRecording } from '../output/asciicast/cast-recording.ts';
import type { Surroundings } from './surroundings.ts';
import { progressLines } from './progress-lines.ts';
import { quietLines } from './quiet-lines.ts';
import { sayLine } from './say.ts';
import { castPalette } from './colours/palettes.ts';
import { endOnResults, openHidden } from './screen.ts';

export type PlainRequest = {
  readonly session: Session;
  readonly options: Options;
  readonly cast?: CastRecording | undefined;
};

/** Runs the settings at once. Their screens are drawn for the cast, if there is one. */
export async function runUnseen(request: PlainRequest, around: Surroundings): Promise<void> {
  const { session, options, cast } = request;
  if (!cast) {
    await runPlain(request, around);
    return;
  }

  const { settings, ascii } = options;
  const look = castPalette(options, around.program);
  const screen = await openHidden({ session, settings, ascii, look, cast, follows: true });
  await Promise.race([runPlain(request, around, screen.leave), screen.left]);
  await endOnResults(screen, cast, around);
}

async function runPlain(
  { session, options }: PlainRequest,
  { program, ending }: Surroundings,
  leave = () => {},
): Promise<void> {
  const progress = (text: string) => sayLine(program, text);
  const given = new AbortController();
  const left = new Promise<void>((resolve) => {
    ending.leaveBy(() => {
      leave();
      given.abort();
      resolve();
    });
  });
  const seen = program.stderr.isTTY ? { progress } : {};
  const { signal } = given;
  const stop = quietLines(session, progress);
  await Promise.race([runHeadless({ session, options, signal, ...seen }), left]).finally(stop);
}

export type HeadlessRequest = {
  readonly session: Session;
  readonly options: Options;
  /** Takes a line of progress; left out where nobody would see it. */
  readonly progress?: (line: string) => void;
  /** Gives up a start that still waits. */
  readonly signal?: AbortSignal;
};

/** Runs the settings without a screen; throws a `UsageError` where they need too much memory. */
export async function runHeadless(request: HeadlessRequest): Promise<void> {
  const { session, progress } = request;
  const stop = progress ? progressLines(session, progress) : () => {};
  await runSettings(request).finally(stop);
}

async function runSettings({ session, options, progress, signal }: HeadlessRequest): Promise<void> {
  const { settings } = options;
  progress?.(`calibrating ${settings.workload}`);
  const attempt = await session.run(settings, signal);
  if (attempt.status === 'refused') {
    throw new UsageError(`${attempt.refusal}; take ${remedies[attempt.cause]}, or add --force.`);
  }

  await attempt.ended;
}

const remedies: Readonly<Record<Refusal['cause'], string>> = {
  work: '--workload pair, a smaller --size or fewer --workers',
  tasks: 'fewer --tasks or --rounds',
};
