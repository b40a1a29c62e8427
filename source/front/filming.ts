import type { Session } from '../core/session/session.ts';
import type { Milliseconds } from '../core/units.ts';
import type { CastRecording } from '../output/asciicast/cast-recording.ts';
import type { RecordOptions } from '../options/record-flags.ts';
import type { Host } from './host.ts';

/** Time to read the results, which nobody waits for while they are drawn. */
export const resultsStand: Milliseconds = 5000;

export type FilmingRequest = {
  readonly session: Session;
  readonly asked: RecordOptions;
  /** Whether a file that is there is replaced. */
  readonly overwrite: boolean;
  /** Whether the terminal shows the screen; else it is drawn for the cast alone. */
  readonly seen: boolean;
};

/** What is drawn on where that is not the terminal as it is. */
export async function castOf(
  request: FilmingRequest,
  { program, ending }: Host,
): Promise<CastRecording | undefined> {
  const { record, window } = request.asked;
  if (!record && !window) {
    return undefined;
  }

  const { openCast } = await import('./cast.ts');
  return openCast({ ...request, program, ending });
}
