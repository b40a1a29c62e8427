import type { Failure } from '../../core/failure.ts';
import type { Milliseconds } from '../../core/units.ts';
import { openCastFile, type CastFileRequest } from './cast-file.ts';
import { castFormat, type CastHeader, type CastVersion, type WindowSize } from './format.ts';
import { openRecorder, type Recorder } from './recorder.ts';
import { recordedStdout } from './recorded-stdout.ts';
import { virtualTerminal } from './virtual-terminal.ts';
import { pinnedTo, sizeOf, usualWindow } from './window.ts';

export type CastRecording = {
  /** What Ink draws on. */
  readonly stdout: NodeJS.WriteStream;
  /** Sets a marker at this moment. */
  readonly mark: (label: string) => void;
  /** A key was pressed: the frame that follows is not held. */
  readonly typed: () => void;
  /** What is drawn now stands for so long in the recording, although no time passes. */
  readonly stand: (time: Milliseconds) => void;
  /** Writes what is held, and how the program ended; what is drawn from now on is shown and not recorded. */
  readonly close: (code?: number) => void;
};

export type CastRecordingRequest = CastFileRequest &
  Omit<CastHeader, 'window'> & {
    readonly version: CastVersion;
    /** Where it is seen; where there is none, on a virtual one that nobody sees. */
    readonly terminal?: NodeJS.WriteStream;
    /** Pins the layout, and the film; if left out, they have the terminal's size, and change with it. */
    readonly window?: WindowSize;
    /** A clock that never goes back; where it starts does not matter. */
    readonly now: () => Milliseconds;
    /** Told once, when the file takes no more: the recording has ended, and what is drawn is shown as ever. */
    readonly onFailure: (failure: Failure) => void;
  };

/** Records what is drawn on a terminal as an asciicast. A `UsageError` says why a file cannot be opened. */
export function openCastRecording(request: CastRecordingRequest): CastRecording {
  const { version, window, now, onFailure } = request;
  const terminal = request.terminal ?? virtualTerminal(window ?? usualWindow);
  const drawn = () => (window ? pinnedTo(window, terminal) : sizeOf(terminal));
  const environment = request.terminal
    ? request.environment
    : { ...request.environment, TERM: 'xterm-256color' };
  const recorder = openRecorder({
    header: { ...request, environment, window: window ?? sizeOf(terminal) },
    format: castFormat(version),
    file: openCastFile(request),
    now,
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

/** Hears of a new size before Ink does, which draws for it at once. */
function watchSize(terminal: NodeJS.WriteStream, recorder: Recorder): () => void {
  const onResize = () => recorder.resize(sizeOf(terminal));
  terminal.on('resize', onResize);
  return () => void terminal.off('resize', onResize);
}
