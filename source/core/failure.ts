/** An error as data: the only form in which errors travel. */
export type Failure = {
  readonly code: string;
  /** One sentence: what happened, and where. */
  readonly message: string;
  /** One sentence: what the user can do about it. */
  readonly hint: string;
  /** The last lines of a log that may explain more, oldest first. */
  readonly log?: readonly string[];
};

/** The text for the user. */
export const describe = ({ message, hint }: Failure): string => `${message} ${hint}`;

/** Bad arguments: caught once, in `start`, and ends the program with code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Something outside the program went wrong: caught once, in `profile`, where it becomes a failed pass. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.message, options);
    this.failure = failure;
  }
}

/** Works for any thrown value. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** The code of an error from Node or the operating system, such as "ENOENT"; undefined for all others. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

/** Whether the current folder has been removed: then Node cannot report its path. */
export const isWithoutFolder = (error: unknown): boolean => /\buv_cwd\b/.test(messageOf(error));

/** Turns any thrown value into a failure; an unexpected one keeps its own message. */
export function failureOf(error: unknown): Failure {
  if (error instanceof EngineError) {
    return error.failure;
  }

  return {
    code: 'unexpected',
    message: messageOf(error),
    hint: 'Run again; if it happens again, report it with this message.',
  };
}

/** An error as the user reads it: what happened, and what can be done about it. */
export const sentenceOf = (error: unknown): string => describe(failureOf(error));
