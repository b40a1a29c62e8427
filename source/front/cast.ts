import { told, type Failure } from '../core/failure.ts';
import type { Session } from '../core/session/session.ts';
import { discardCastFile } from '../output/asciicast/cast-file.ts';
import { recordedStdout } from '../output/asciicast/recorded-stdout.ts';
import { openCastRecording, type CastRecording } from '../output/asciicast/cast-recording.ts';
import { pinnedTo } from '../output/asciicast/window.ts';
import type { WindowSize } from '../output/asciicast/format.ts';
import type { Ending } from './ending.ts';
import { watchMarkers } from './film-markers.ts';
import { refuseWindow, type RecordOptions } from '../options/record-flags.ts';

export type CastRequest = {
  readonly asked: RecordOptions;
  /** Whether a file that is there is replaced. */
  readonly overwrite: boolean;
  /** Whether the program's terminal shows the screen; else it is drawn for the cast alone. */
  readonly seen: boolean;
  readonly program: Pick<NodeJS.Process, 'stdout' | 'stderr' | 'env'>;
  readonly session: Pick<Session, 'state' | 'subscribe'>;
  readonly ending: Pick<Ending, 'lastly'>;
};

/** What is drawn on where that is not the terminal as it is. A `UsageError` says why it cannot be. */
export function openCast(request: CastRequest): CastRecording | undefined {
  const { asked, seen, program } = request;
  refuseWindow(asked, seen ? program.stdout : undefined);
  if (asked.record) {
    return record(request, asked.record);
  }

  return asked.window && pinned(program.stdout, asked.window);
}

/** Records until the program ends, whichever way. */
function record(request: CastRequest, record: Required<RecordOptions>['record']): CastRecording {
  const { asked, overwrite, seen, program, session, ending } = request;
  let failure: Failure | undefined;
  const recording = openCastRecording({
    ...record,
    overwrite,
    ...(seen ? { terminal: program.stdout } : {}),
    ...(asked.window ? { window: asked.window } : {}),
    startedAt: Date.now(),
    title: 'fibtui',
    environment: program.env,
    // Of its own: it goes on whatever becomes of the session.
    now: () => performance.now(),
    onFailure: (given) => void (failure = given),
  });
  const stop = watchMarkers(session, recording.mark);
  ending.lastly((code) => {
    stop();
    recording.close(code);
    // A plan that is refused leaves nothing to see, nor a file in the way of the next attempt.
    if (!seen && !overwrite && !session.state().profile) {
      discardCastFile(record.path);
    }

    if (failure) {
      program.stderr.write(`fibtui: ${told(failure)}\n`);
    }
  });
  return recording;
}

/** Nothing is recorded. */
const pinned = (terminal: NodeJS.WriteStream, window: WindowSize): CastRecording => ({
  stdout: recordedStdout({ terminal, window: () => pinnedTo(window, terminal), record() {} }),
  mark() {},
  typed() {},
  stand() {},
  close() {},
});
