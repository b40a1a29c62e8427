import { readFileSync } from 'node:fs';

/** What the build has kept: texts by the arguments that ask for them, as JSON, in lines of so many columns. */
export type KeptTexts = {
  readonly columns: number;
  readonly texts: Readonly<Record<string, string>>;
};

export type PrintRequest = {
  readonly argv: readonly string[];
  /** Of the terminal; undefined elsewhere. */
  readonly columns?: number | undefined;
  /** The address of the kept texts. */
  readonly file: URL;
};

/** The text that the build has kept for these arguments, if there is one and it fits. Nothing else is loaded for it. */
export function printedText({ argv, columns, file }: PrintRequest): string | undefined {
  if (argv.length === 0) {
    return undefined;
  }

  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as KeptTexts;
    return columns && columns < kept.columns ? undefined : textIn(kept, JSON.stringify(argv));
  } catch {
    // A build without it parses the arguments.
    return undefined;
  }
}

const textIn = ({ texts }: KeptTexts, key: string): string | undefined =>
  Object.hasOwn(texts, key) ? texts[key] : undefined;
