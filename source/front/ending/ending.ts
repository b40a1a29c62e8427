import { signalExitCodes, type EndingSignal } from '../../core/profile/exit-code.ts';
import { EngineError, failureOf, isWithoutFolder, UsageError } from '../../core/failure.ts';
import type { Milliseconds } from '../../core/units.ts';
import { goneText } from '../current-folder.ts';
import { endProgram } from './end-program.ts';
import { outlivesHangUp, terminals } from './hang-up.ts';
import { leaveTerminals } from './leave-terminals.ts';
import { say } from '../say.ts';

export type Ending = {
  /** The first signal, if one came. */
  readonly interruption: () => EndingSignal | undefined;
  /** Sets how the terminal is given back and running work is released, from now on. */
  readonly leaveBy: (leave: () => void) => void;
  /** Called after the screen is left, however the program ends. It must be synchronous. */
  readonly lastly: (close: (code: number) => void) => void;
  /** Sets the sentence that says what a second interruption leaves behind. */
  readonly leftBy: (left: () => string | undefined) => void;
  /** The terminal has gone, as the first interruption; does nothing after another one. */
  readonly hangUp: () => void;
  /** The first one lets running work end in good order, the second one ends the program. */
  readonly interrupt: (signal: EndingSignal) => void;
  /** Prints the last output piece by piece, as fast as its reader takes them, and ends with this code. */
  readonly finish: (pieces: Iterable<string>, code: number) => Promise<never>;
  /** Gives the terminal back, says in one sentence what went wrong, and ends. */
  readonly fail: (error: unknown) => never;
};

/** Signals this close together have one cause: `timeout` and `npx` signal both the program and its group. */
const echo: Milliseconds = 250;

export type EndingParts = {
  readonly now: () => Milliseconds;
  /** Whether the program outlives SIGHUP. */
  readonly outlivesHangUp: () => boolean;
};

const realParts: EndingParts = { now: () => performance.now(), outlivesHangUp };

/** Every way in which the program ends: by itself, by a signal, by a fault, or because its reader or terminal has gone. */
export function openEnding(program: NodeJS.Process, parts: EndingParts = realParts): Ending {
  let interruption: EndingSignal | undefined;
  let leave: (() => void) | undefined;
  let left: () => string | undefined = () => undefined;
  let decided = 0;
  const closers: ((code: number) => void)[] = [];
  const code = () => (interruption ? signalExitCodes[interruption] : decided);

  const interrupt = (signal: EndingSignal) => {
    const isFirst = !interruption;
    interruption ??= signal;
    if (isFirst && leave) {
      leave();
    } else {
      say(program, left());
      void endProgram(program, code());
    }
  };

  const fail = (error: unknown): never => {
    decided = error instanceof UsageError ? 2 : 1;
    return endWith(program, { leave, error, code: code() });
  };

  // The kernel, the shell and a failing write all report it, so it never counts as a second interruption.
  const hangUp = () => void (interruption || interrupt('SIGHUP'));
  listen(program, { interrupt, hangUp, fail, code, ...parts });
  onExit(program, (given) => leaveAndClose(leave, () => closers.forEach((close) => close(given))));
  return {
    interruption: () => interruption,
    leaveBy: (given) => void (leave = given),
    leftBy: (given) => void (left = given),
    lastly: (close) => void closers.push(close),
    interrupt,
    hangUp,
    async finish(pieces, given) {
      decided = given;
      await print(program, pieces);
      return endProgram(program, code());
    },
    fail,
  };
}

type Fault = {
  readonly leave: (() => void) | undefined;
  readonly error: unknown;
  readonly code: number;
};

function endWith(program: NodeJS.Process, { leave, error, code }: Fault): never {
  try {
    leaveAndClose(leave, () => say(program, sentenceOf(error, program.env)));
  } finally {
    program.exit(code);
  }
}

/** Closes, then leaves the terminals to Node. */
function onExit(program: NodeJS.Process, close: (code: number) => void): void {
  const shown = terminals();
  program.once('exit', (code) => {
    try {
      close(code);
    } finally {
      leaveTerminals(program, { shown, code });
    }
  });
}

async function print({ stdout }: NodeJS.Process, pieces: Iterable<string>): Promise<void> {
  const written = async (text: string) =>
    new Promise((resolve) => {
      stdout.write(text, resolve);
    });
  for (const piece of pieces) {
    await written(piece);
  }

  // Output of the screen may still be under way.
  await written('');
}

/** Closes even if leaving fails. */
function leaveAndClose(leave: (() => void) | undefined, close: () => void): void {
  try {
    leave?.();
  } finally {
    close();
  }
}

type Answers = Pick<Ending, 'interrupt' | 'hangUp' | 'fail'> &
  EndingParts & {
    /** The exit code if the program ended now. */
    readonly code: () => number;
  };

function listen(program: NodeJS.Process, answers: Answers): void {
  const { fail } = answers;
  listenToSignals(program, answers);
  program.on('uncaughtException', fail);
  program.on('unhandledRejection', fail);
  program.stderr.on('error', () => {});
  listenToOutput(program, answers);
}

function listenToSignals(program: NodeJS.Process, answers: Answers): void {
  const { interrupt, hangUp, now } = answers;
  // Asked now: a terminal that has gone is none.
  const outlives = answers.outlivesHangUp();
  let latest = Number.NEGATIVE_INFINITY;
  const onSignal = (signal: EndingSignal) => {
    const isEcho = now() - latest < echo;
    latest = now();
    if (!isEcho) {
      interrupt(signal);
    }
  };

  program.on('SIGINT', onSignal);
  program.on('SIGTERM', onSignal);
  program.on('SIGHUP', () => outlives || hangUp());
  // Ctrl+Break on Windows.
  program.on('SIGBREAK', () => onSignal('SIGINT'));
}

function listenToOutput(program: NodeJS.Process, { hangUp, fail, code }: Answers): void {
  program.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (program.stdout.isTTY) {
      hangUp();
      return;
    }

    if (error.code === 'EPIPE') {
      // The reader has closed the pipe: it has what it wanted.
      program.exit(code());
    }

    fail(outputError(error));
  });
}

const outputError = ({ message }: Error): EngineError =>
  new EngineError({
    code: 'unwritable',
    message: `Standard output cannot take more (${message}).`,
    hint: 'Free some space, or print somewhere else.',
  });

/** One line, whatever the error's message is. */
function sentenceOf(error: unknown, env: NodeJS.ProcessEnv): string {
  if (error instanceof UsageError) {
    return error.message;
  }

  if (isWithoutFolder(error)) {
    return goneText(env);
  }

  const { message, hint } = failureOf(error);
  return `${message
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replace(/(?<![.!?])$/, '.')} ${hint}`;
}
