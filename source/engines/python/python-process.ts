import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EngineError } from '../../core/failure.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { DriverEvent, EventNamed } from '../ray/driver/driver-event.ts';
import type { PythonSources } from '../ray/head/python.ts';
import { now } from '../system/now.ts';
import { openConversation, type Conversation } from './conversation.ts';
import type { FoundPython } from './find-python.ts';
import { prelude } from './prelude.ts';
import { endNow, endOf, refusalOf } from './python-end.ts';
import { passFailure, startFailure } from './python-failures.ts';

/** A pass, as the driver is asked for it. */
export type Order = { readonly workload: string; readonly size: number; readonly tasks: number };

export type OnEvent = (event: DriverEvent) => void;

/** A Python process that waits for orders. */
export type PythonProcess = {
  readonly pid: number;
  /** "3.11.7". */
  readonly version: string;
  /** From the start of the process to its first line. */
  readonly coldStart: Milliseconds;
  /** One order at a time; rejects with an `EngineError` if the process ends before it is done. */
  readonly carryOut: (order: Order, onEvent?: OnEvent) => Promise<EventNamed<'end'>>;
  /** False once it has ended. */
  readonly lives: () => boolean;
  /** Ends it at once, whatever it does. */
  readonly close: () => Promise<void>;
};

export type StartRequest = {
  readonly found: FoundPython;
  readonly environment: PythonSources['environment'];
  /** Ends it at once, also while it starts. */
  readonly signal: AbortSignal;
};

/** Starts a process; rejects with an `EngineError` if it is no Python that runs the driver. */
export async function startPython(request: StartRequest): Promise<PythonProcess> {
  const began = now();
  const mark = newMark();
  const child = spawned(request, mark);
  const ended = endOf(child);
  const talk = openConversation(child, ended);
  const heard = await talk.until({ mark, name: 'here' });
  if ('end' in heard) {
    void endNow(child, ended);
    throw new EngineError(startFailure(request.found, heard.end, heard.lines));
  }

  return {
    pid: child.pid ?? 0,
    version: heard.event.python,
    coldStart: now() - began,
    carryOut: async (order, onEvent) => carryOut({ child, talk }, order, onEvent),
    lives: () => child.exitCode === null && child.signalCode === null,
    close: async () => endNow(child, ended),
  };
}

type Line = { readonly child: ChildProcess; readonly talk: Conversation };

async function carryOut({ child, talk }: Line, order: Order, onEvent?: OnEvent) {
  const mark = newMark();
  const done = talk.until({ mark, name: 'end' }, onEvent);
  child.stdin?.write(`${JSON.stringify({ nonce: mark, ...order })}\n`);
  const heard = await done;
  if ('end' in heard) {
    child.kill('SIGKILL');
    throw new EngineError(passFailure(heard.end, heard.lines));
  }

  return heard.event;
}

/** Tells the events of one order from those of another, and from whatever else is printed. */
const newMark = (): string => randomBytes(8).toString('hex');

/** Throws an `EngineError` if the system refuses it at once. */
function spawned({ found, environment, signal }: StartRequest, mark: string): ChildProcess {
  const driver = fileURLToPath(import.meta.resolve('#ray-driver'));
  try {
    const child = spawn(programOf(found), ['-u', '-c', prelude, mark, driver], {
      env: environment,
      // Not the current folder, which may have been removed. It stays in our process group, so that Ctrl+Z stops it, too.
      cwd: import.meta.dirname,
      signal,
      killSignal: 'SIGKILL',
      windowsHide: true,
    });
    // Writing fails once it has ended. Without files left, Node opens no stream.
    (child.stdin as ChildProcess['stdin'])?.on('error', () => {});
    return child;
  } catch (error) {
    throw new EngineError(startFailure(found, refusalOf(error), []));
  }
}

/** A path counts from the folder that fibtui was started in. */
const programOf = ({ path }: FoundPython): string => (/[/\\]/.test(path) ? resolve(path) : path);
