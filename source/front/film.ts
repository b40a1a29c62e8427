import { told, type Failure } from '../core/failure.ts';
import type { Session } from '../core/session/session.ts';
import { discardCastFile } from '../output/asciicast/cast-file.ts';
import { recordedStdout } from '../output/asciicast/recorded-stdout.ts';
import { openRecording, type Recording } from '../output/asciicast/recording.ts';
import { pinnedTo } from '../output/asciicast/window.ts';
import type { WindowSize } from '../output/asciicast/format.ts';
import type { Ending } from './ending.ts';
import { watchMarkers } from './film-markers.ts';
import { refuseWindow, type RecordOptions } from '../options/record-flags.ts';

export type FilmRequest = {
  readonly asked: RecordOptions;
  /** Whether a file that is there is replaced. */
  readonly overwrite: boolean;
  /** Whether the program's terminal shows the screen; else it is drawn for the film alone. */
  readonly seen: boolean;
  readonly program: Pick<NodeJS.Process, 'stdout' | 'stderr' | 'env'>;
  readonly session: Pick<Session, 'state' | 'subscribe'>;
  readonly ending: Pick<Ending, 'lastly'>;
};

/** What is drawn on where that is not the terminal as it is. A `UsageError` says why it cannot be. */
export function openFilm(request: FilmRequest): Recording | undefined {
  const { asked, seen, program } = request;
  refuseWindow(asked, seen ? program.stdout : undefined);
  if (asked.record) {
    return filmed(request, asked.record);
  }

  return asked.window && pinned(program.stdout, asked.window);
}

/** Records until the program ends, whichever way. */
function filmed(request: FilmRequest, record: Required<RecordOptions>['record']): Recording {
  const { asked, overwrite, seen, program, session, ending } = request;
  let failure: Failure | undefined;
  const recording = openRecording({
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
const pinned = (terminal: NodeJS.WriteStream, window: WindowSize): Recording => ({
  stdout: recordedStdout({ terminal, window: () => pinnedTo(window, terminal), record() {} }),
  mark() {},
  typed() {},
  stand() {},
  close() {},
});
