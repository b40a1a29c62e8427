import { spawn } from '@lydell/node-pty';
import { environment, root } from '../../test/helpers/terminal/terminal.ts';

export type WindowRequest = {
  readonly command: readonly string[];
  readonly columns: number;
  readonly rows: number;
  /** Receives the program's output. */
  readonly onText?: (text: string) => void;
  readonly env?: Readonly<Record<string, string>>;
};

/** A terminal that reads the program's output and draws nothing: the least that a terminal can cost. */
export type Window = {
  readonly pid: number;
  readonly press: (keys: string) => void;
  /** The program's exit code. */
  readonly ended: Promise<number>;
  readonly kill: () => void;
  /** Stops reading: what the program writes stays in the terminal, until it is full. */
  readonly pause: () => void;
  readonly resume: () => void;
};

export function openWindow({
  command,
  columns,
  rows,
  onText = () => {},
  env,
}: WindowRequest): Window {
  const [file = '', ...rest] = command;
  const pty = spawn(file, rest, { cols: columns, rows, cwd: root, env: environment(env) });
  pty.onData(onText);
  const ended = new Promise<number>((resolve) => {
    pty.onExit(({ exitCode }) => resolve(exitCode));
  });
  return {
    pid: pty.pid,
    press: (keys) => pty.write(keys),
    ended,
    kill: () => pty.kill('SIGKILL'),
    pause: () => pty.pause(),
    resume: () => pty.resume(),
  };
}

/** The text without escape sequences, if each was written in one piece. */
export const readable = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  text.replaceAll(/\x1b(\[[0-9;?<>=]*[a-zA-Z]|[()][A-Z0-9]|[=>])/g, '');
