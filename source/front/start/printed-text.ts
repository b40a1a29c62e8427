import { readFileSync } from 'node:fs';

/** The build breaks lines for this width; a narrower terminal gets shorter ones. */
const usualColumns = 80;

/** The text that the build has kept for these arguments, if there is one and it fits. Nothing else is loaded for it. */
export function printedText(argv: readonly string[], columns?: number): string | undefined {
  if (argv.length === 0 || (columns && columns < usualColumns)) {
    return undefined;
  }

  try {
    // Beside the built program. Asking the imports of the package where it is takes longer.
    const texts: unknown = JSON.parse(
      readFileSync(new URL('printed.json', import.meta.url), 'utf8'),
    );
    return textIn(texts, argv.join(' '));
  } catch {
    // A build without it parses the arguments.
    return undefined;
  }
}

function textIn(texts: unknown, line: string): string | undefined {
  const found = Object.entries(texts ?? {}).find(([name]) => name === line)?.[1] as unknown;
  return typeof found === 'string' ? found : undefined;
}
