import { signalExitCodes, type EndingSignal } from '../core/profile/exit-code.ts';
import { EngineError, failureOf, isWithoutFolder, UsageError } from '../core/failure.ts';
import { goneText } from './current-folder.ts';
import { endProgram } from './end-program.ts';
import { say } from './say.ts';

export type Ending = {
  /** The first signal, if one came. */
  readonly interruption: () => EndingSignal | undefined;
  /** Sets how the terminal is given back and running work is released, from now on. */
  readonly leaveBy: (leave: () => void) => void;
  /** Called after the screen is left, however the program ends. It must be synchronous. */
  readonly lastly: (close: (code: number) => void) => void;
  /** Sets the sentence that says what a second interruption leaves behind. */
  readonly leftBy: (left: () => string | undefined) => void;
  /** The first one lets running work end in good order, the second one ends the program. */
  readonly interrupt: (signal: EndingSignal) => void;
  /** Prints the last output piece by piece, as fast as its reader takes them, and ends with this code. */
  readonly finish: (pieces: Iterable<string>, code: number) => Promise<never>;
  /** Gives the terminal back, says in one sentence what went wrong, and ends. */
  readonly fail: (error: unknown) => never;
};

/** Every way in which the program ends: by itself, by a signal, by a fault, or because its reader has gone. */
export function openEnding(program: NodeJS.Process): Ending {
  let interruption: EndingSignal | undefined;
  let leave: (() => void) | undefined;
  let left: () => string | undefined = () => undefined;
  let decided = 0;
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
    try {
      leaveAndClose(leave, () => say(program, sentenceOf(error, program.env)));
    } finally {
      program.exit(code());
    }
  };

  listen(program, { interrupt, fail, code });
  return {
    interruption: () => interruption,
    leaveBy: (given) => void (leave = given),
    leftBy: (given) => void (left = given),
    lastly: (close) =>
      void program.once('exit', (given) => leaveAndClose(leave, () => close(given))),
    interrupt,
    async finish(pieces, given) {
      decided = given;
      await print(program, pieces);
      return endProgram(program, code());
    },
    fail,
  };
}

async function print({ stdout }: NodeJS.Process, pieces: Iterable<string>): Promise<void> {
  const written = async (text: string) =>
    new Promise((resolve) => {
      stdout.write(text, resolve);
    });
  for (const piece of pieces) {
    await written(piece);
  }

  // What the screen wrote before may still be under way.
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

type Answers = Pick<Ending, 'interrupt' | 'fail'> & {
  /** The exit code if the program ended now. */
  readonly code: () => number;
};

function listen(program: NodeJS.Process, { interrupt, fail, code }: Answers): void {
  for (const signal of Object.keys(signalExitCodes) as EndingSignal[]) {
    program.on(signal, interrupt);
  }

  program.on('uncaughtException', fail);
  program.on('unhandledRejection', fail);
  program.stderr.on('error', () => {});
  program.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') {
      // The reader has closed the pipe: it has what it wanted.
      program.exit(code());
    }

    if (error.code === 'EIO') {
      // The terminal has gone, and SIGHUP may not come.
      program.exit(code() || signalExitCodes.SIGHUP);
    }

    fail(outputError(error));
  });
}

const outputError = ({ message }: Error): EngineError =>
  new EngineError({
    code: 'unwritable',
    message: `Standard output takes no more (${message}).`,
    hint: 'Make room there, or print to somewhere else.',
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
