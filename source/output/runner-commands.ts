/** Whether the runner of GitHub Actions reads what is printed. */
export const isReadByRunner = (
  environment: Readonly<Record<string, string | undefined>>,
): boolean => environment['GITHUB_ACTIONS'] === 'true';

/**
 * A line that may hold text from outside, with nothing in it that the runner of GitHub Actions obeys: `::` after any
 * blanks at its beginning, or `##[` anywhere. Source: `ActionCommand.cs` of actions/runner.
 */
export const withoutCommands = (line: string): string =>
  line.replace(/^\s*(?=::)/, '$&\\').replaceAll('##[', String.raw`##\[`);
