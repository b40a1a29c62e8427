import { describe, type Failure } from '../core/failure.ts';
import type { Session } from '../core/session/session.ts';
import type { Timing } from '../core/timing.ts';
import type { RecordOptions } from '../options/record-flags.ts';
import { refuseWindow } from '../options/record-flags.ts';
import { discardCastFile } from '../output/asciicast/cast-file.ts';
import { openCastRecording, type CastRecording } from '../output/asciicast/cast-recording.ts';
import type { WindowSize } from '../output/asciicast/format.ts';
import { watchMarkers } from '../output/asciicast/markers.ts';
import { pinnedTo, recordedStdout } from '../output/asciicast/recorded-stdout.ts';
import { realTiming } from '../session/real-timing.ts';
import type { Ending } from './ending/ending.ts';
import { say } from './say.ts';

export type CastRequest = {
  readonly asked: RecordOptions;
  /** Where the screen is shown; absent if only the cast has it. */
  readonly terminal?: NodeJS.WriteStream;
  readonly program: Pick<NodeJS.Process, 'stderr' | 'env'>;
  readonly session: Pick<Session, 'state' | 'subscribe'>;
  /** The time in which the cast is made; real time where left out. */
  readonly timing?: Timing;
  readonly ending: Pick<Ending, 'lastly'>;
};

/** Draws the screen elsewhere than on the plain terminal, if asked to. Throws a `UsageError` where it cannot. */
export function openCast(request: CastRequest): CastRecording | undefined {
  const { asked, terminal } = request;
  refuseWindow(asked, terminal);
  if (asked.record) {
    return record(request, asked.record);
  }

  return terminal && asked.window && pin(terminal, asked.window);
}

/** Records until the program ends, for whatever reason. */
function record(request: CastRequest, file: Required<RecordOptions>['record']): CastRecording {
  const { asked, terminal, program, session, ending } = request;
  const { overwrite } = asked;
  let failure: Failure | undefined;
  const recording = openCastRecording({
    ...file,
    overwrite,
    ...(terminal ? { terminal } : {}),
    ...(asked.window ? { window: asked.window } : {}),
    startedAt: Date.now(),
    title: 'fibtui',
    environment: program.env,
    timing: request.timing ?? realTiming,
    onFailure: (given) => void (failure = given),
  });
  const stop = watchMarkers(session, recording.mark);
  ending.lastly((code) => {
    stop();
    recording.close(code);
    // A refused plan shows nothing, and its file would be in the way of the next attempt.
    if (!terminal && !overwrite && !session.state().profile) {
      discardCastFile(file.path);
    }

    if (failure) {
      say(program, describe(failure));
    }
  });
  return recording;
}

/** Pins the layout to a size and records nothing. */
const pin = (terminal: NodeJS.WriteStream, window: WindowSize): CastRecording => ({
  stdout: recordedStdout({ terminal, window: () => pinnedTo(window, terminal), record() {} }),
  mark() {},
  typed() {},
  stand() {},
  close() {},
});
