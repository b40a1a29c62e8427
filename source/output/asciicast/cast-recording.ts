import type { Failure } from '../../core/failure.ts';
import type { Timing } from '../../core/timing.ts';
import type { Milliseconds } from '../../core/units.ts';
import { openCastFile, type CastFileRequest } from './cast-file.ts';
import { castFormat, type CastHeader, type CastVersion, type WindowSize } from './format.ts';
import { openRecorder, type Recorder } from './recorder.ts';
import { pinnedTo, recordedStdout, sizeOf, usualWindow } from './recorded-stdout.ts';
import { virtualTerminal } from './virtual-terminal.ts';

export type CastRecording = {
  /** The stream that Ink draws on. */
  readonly stdout: NodeJS.WriteStream;
  /** Sets a marker at this moment. */
  readonly mark: (label: string) => void;
  /** Call it when a key was pressed: the next frame is written without delay. */
  readonly typed: () => void;
  /** Shows the current frame for this long when the cast is played, although no time passes now. */
  readonly stand: (time: Milliseconds) => void;
  /** Writes what is pending, and the exit code. Later frames are shown but not recorded. */
  readonly close: (code?: number) => void;
};

export type CastRecordingRequest = CastFileRequest &
  Omit<CastHeader, 'window'> & {
    readonly version: CastVersion;
    /** Where the person sees it; a virtual terminal where left out. */
    readonly terminal?: NodeJS.WriteStream;
    /** Fixes the size of layout and cast; without it they follow the size of the terminal. */
    readonly window?: WindowSize;
    /** Not the session's own time: the cast goes on when that one stops or jumps. */
    readonly timing: Timing;
    /** Called once if the file cannot be written: the recording ends, and the screen is shown as before. */
    readonly onFailure: (failure: Failure) => void;
  };

/** Records a terminal's output as an asciicast. Throws a `UsageError` if the file cannot be opened. */
export function openCastRecording(request: CastRecordingRequest): CastRecording {
  const { version, window, timing, onFailure } = request;
  const terminal = request.terminal ?? virtualTerminal(window ?? usualWindow);
  const drawn = () => (window ? pinnedTo(window, terminal) : sizeOf(terminal));
  const environment = request.terminal
    ? request.environment
    : { ...request.environment, TERM: 'xterm-256color' };
  const recorder = openRecorder({
    header: { ...request, environment, window: window ?? sizeOf(terminal) },
    format: castFormat(version),
    file: openCastFile(request),
    timing,
    onFailure,
  });
  const stopWatching = window ? () => {} : watchSize(terminal, recorder);
  return {
    stdout: recordedStdout({ terminal, window: drawn, record: recorder.write }),
    mark: recorder.mark,
    typed: recorder.typed,
    stand: recorder.stand,
    close(code) {
      stopWatching();
      recorder.close(code);
    },
  };
}

/** Listens before Ink does, which redraws as soon as the size changes. */
function watchSize(terminal: NodeJS.WriteStream, recorder: Recorder): () => void {
  const onResize = () => recorder.resize(sizeOf(terminal));
  terminal.on('resize', onResize);
  return () => void terminal.off('resize', onResize);
}
