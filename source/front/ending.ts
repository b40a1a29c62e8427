import { signalExitCodes, type EndingSignal } from '../core/profile/exit-code.ts';
import { EngineError, failureOf, UsageError } from '../core/failure.ts';
import { endProgram } from './end-program.ts';

export type Ending = {
  /** The signal that came first, if one did. */
  readonly interruption: () => EndingSignal | undefined;
  /** What gives the terminal back and lets go of what runs, from now on. */
  readonly leaveBy: (leave: () => void) => void;
  /** What is done when the screen is left, whichever way the program ends. It cannot wait for anything. */
  readonly lastly: (close: (code: number) => void) => void;
  /** What a second interruption leaves behind, in a sentence, if it does. */
  readonly leftBy: (left: () => string | undefined) => void;
  /** The first one ends what runs in good order, the second one ends the program. */
  readonly interrupt: (signal: EndingSignal) => void;
  /** Prints the last of its output, and ends with this code. */
  readonly finish: (text: string, code: number) => Promise<never>;
  /** Gives the terminal back, says in one sentence what went wrong, and ends. */
  readonly fail: (error: unknown) => never;
};

/** Every way in which the program ends: by itself, by a signal, by a fault, or because nobody reads it any more. */
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
      leave?.();
    } finally {
      say(program, sentenceOf(error));
      program.exit(code());
    }
  };

  listen(program, { interrupt, fail, code });
  return {
    interruption: () => interruption,
    leaveBy: (given) => void (leave = given),
    leftBy: (given) => void (left = given),
    lastly: (close) =>
      void program.once('exit', (given) => {
        inTurn([() => leave?.(), () => close(given)]);
      }),
    interrupt,
    async finish(text, given) {
      decided = given;
      await new Promise((resolve) => program.stdout.write(text, resolve));
      return endProgram(program, code());
    },
    fail,
  };
}

function say({ stderr }: NodeJS.Process, sentence: string | undefined): void {
  if (sentence !== undefined) {
    stderr.write(`fibtui: ${sentence}\n`);
  }
}

/** The second one in any case. */
function inTurn([leave, close]: readonly [() => void, () => void]): void {
  try {
    leave();
  } finally {
    close();
  }
}

type Answers = Pick<Ending, 'interrupt' | 'fail'> & {
  /** What the program would end with now. */
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
      // The reader has what it wanted.
      program.exit(code());
    }

    if (error.code === 'EIO') {
      // The terminal has gone, whether or not a signal says so.
      program.exit(code() || signalExitCodes.SIGHUP);
    }

    fail(unwritable(error));
  });
}

const unwritable = ({ message }: Error): EngineError =>
  new EngineError({
    code: 'unwritable',
    message: `Standard output takes no more (${message}).`,
    hint: 'Make room there, or print to somewhere else.',
  });

/** One line, whatever the error says of itself. */
function sentenceOf(error: unknown): string {
  if (error instanceof UsageError) {
    return error.message;
  }

  const { message, hint } = failureOf(error);
  return `${message
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replace(/(?<![.!?])$/, '.')} ${hint}`;
}
