import { fork, type ChildProcess, type StdioOptions } from 'node:child_process';
import type { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { EngineError, messageOf, type Failure } from '../../core/failure.ts';
import { refusedIn, remedies } from '../../core/refusal.ts';
import { lastText } from '../../engines/system/last-text.ts';
import {
  pipes,
  type HostPort,
  type HostSetup,
  type OpenHost,
  type Request,
  type Told,
} from '../border.ts';
import { openFrames } from '../span-frames.ts';
import { smallSemiSpace } from '../young-generation.ts';
import { deathOf, reportIt } from './death.ts';

/** Hosts in processes of their own, started with these options of Node. */
export const forked =
  (execArgv: readonly string[]): OpenHost =>
  (setup, hear) =>
    openForked(start(execArgv), setup, hear);

function openForked(
  child: ChildProcess,
  setup: HostSetup,
  hear: Parameters<OpenHost>[1],
): HostPort {
  let killed = false;
  let end: (failure: Failure | undefined) => void = () => {};
  const ended = new Promise<Failure | undefined>((resolve) => (end = resolve));
  // First of all: without files or processes left, Node opens none of its streams.
  child.on('error', (error) => end(refusal(error).failure));
  const errors = lastText(child.stderr);
  // Nothing that it prints may fill its pipe.
  child.stdout?.resume();
  // Writing fails once it has ended.
  pipeTo(child, 'lifeline')?.on('error', () => {});
  child.on('message', (told) => hear(told as Told));
  const lost = () => void child.kill('SIGKILL');
  // Without its spans a pass never ends.
  pipeTo(child, 'spans')?.on('error', lost).on('end', lost).on('data', openFrames(hear));
  // `close`, not `exit`: at `exit` its last words may still be on their way.
  child.once('close', (code, signal) => {
    end(killed ? undefined : deathOf({ code, signal, log: linesOf(errors()) }));
  });
  const send = (message: HostSetup | Request) => {
    if (child.connected) {
      child.send(message, () => {});
    }
  };
  send(setup);
  return {
    send,
    pid: child.pid,
    ended,
    kill() {
      killed = true;
      child.kill('SIGKILL');
    },
  };
}

const mostLines = 20;

/** The frames of a native stack mean nothing to a user, and would push out the line that does. */
const nativeFrame = /^\s*\d+: 0x|^-+ Native stack trace/;

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => line !== '' && !nativeFrame.test(line))
    .slice(-mostLines);

/** Missing where the system had no more files. */
const pipeTo = ({ stdio }: Partial<ChildProcess>, name: keyof typeof pipes) =>
  (stdio as readonly (Duplex | null)[] | undefined)?.[pipes[name]];

/** Throws an `EngineError` if the system refuses the process. */
function start(execArgv: readonly string[]): ChildProcess {
  try {
    return fork(fileURLToPath(import.meta.resolve('#host')), [], {
      // Stays in our process group, so that Ctrl+Z stops both.
      stdio: stdio(),
      serialization: 'advanced',
      execArgv: [smallSemiSpace, ...withoutDebugger(execArgv)],
      windowsHide: true,
    } as Parameters<typeof fork>[2]);
  } catch (error) {
    throw refusal(error);
  }
}

function stdio(): StdioOptions {
  const byDescriptor: StdioOptions = ['ignore', 'pipe', 'pipe', 'ipc'];
  for (const descriptor of Object.values(pipes)) {
    byDescriptor[descriptor] = 'pipe';
  }

  return byDescriptor;
}

/** A debugger is attached to one process: a second one would find its port taken. */
export const withoutDebugger = (flags: readonly string[]): string[] =>
  flags.filter((flag, index) => {
    const before = flags[index - 1] ?? '';
    const isItsValue = /^--inspect[^=]*$/.test(before) && !flag.startsWith('-');
    return !flag.startsWith('--inspect') && !isItsValue;
  });

function refusal(error: unknown): EngineError {
  const message = messageOf(error).replace(/\.+$/, '');
  const resource = refusedIn(message);
  return new EngineError({
    code: 'host-refused',
    message: `The measuring process could not start: ${message}.`,
    hint: resource === 'threads' ? raiseProcesses : resource ? remedies[resource] : reportIt,
  });
}

const raiseProcesses =
  'Raise the limit of processes (ulimit -u, or pids.max of the cgroup), or end other programs.';
