/** An error as data: the only shape an error has outside the place where it happened. */
export type Failure = {
  readonly code: string;
  /** What happened and where, one sentence. */
  readonly message: string;
  /** What the user can do about it, one sentence. */
  readonly hint: string;
  /** The last lines of a log that may tell more, oldest first. */
  readonly log?: readonly string[];
};

/** A failure as the user reads it: what happened, and what can be done about it. */
export const told = ({ message, hint }: Failure): string => `${message} ${hint}`;

/** What the user typed is wrong; caught once, in `cli.tsx`, and answered with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What the world did to an engine; caught once, in `profile`, where it becomes a failed pass. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.message, options);
    this.failure = failure;
  }
}

/** What an error says of itself, whatever was thrown. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** What Node and the system call an error of theirs: "ENOENT"; undefined of any other. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

/** Any thrown value as a failure; one that nobody foresaw keeps its own message. */
export function failureOf(error: unknown): Failure {
  if (error instanceof EngineError) {
    return error.failure;
  }

  return {
    code: 'unexpected',
    message: messageOf(error),
    hint: 'Run it again; if it stays, report it with this message.',
  };
}
