/** Signal numbers on Linux and macOS, where Ray's heads run; the two agree on these. */
const signals: Readonly<Record<number, string>> = {
  1: 'SIGHUP',
  2: 'SIGINT',
  4: 'SIGILL',
  6: 'SIGABRT',
  8: 'SIGFPE',
  9: 'SIGKILL',
  11: 'SIGSEGV',
  13: 'SIGPIPE',
  15: 'SIGTERM',
};

/** The entrypoint exits with this code if no Python on the head has ray. */
export const noRayExit = 86;

/** The signal that ended a driver; Python reports SIGKILL as -9, a shell as 137. */
export const signalOf = (exitCode: number): number | undefined => {
  if (exitCode < 0) {
    return -exitCode;
  }

  return exitCode > 128 && exitCode < 128 + 65 ? exitCode - 128 : undefined;
};

/** "was killed by SIGKILL", "ended with exit code 127: a command was not found". */
export function exitMeaning(exitCode: number): string {
  const signal = signalOf(exitCode);
  if (signal !== undefined) {
    const name = signals[signal] ?? `signal ${signal}`;
    return `was killed by ${name}${signal === 9 ? ', by somebody or for lack of memory' : ''}`;
  }

  const meaning = { 126: 'a command cannot be run', 127: 'a command was not found' }[exitCode];
  return `ended with exit code ${exitCode}${meaning ? `: ${meaning}` : ''}`;
}
