import { UsageError } from '../core/failure.ts';
import { count } from '../core/format.ts';
import {
  defaultSettings,
  rangeProblem,
  type NumberField,
  type Settings,
} from '../core/settings.ts';
import { parseArguments } from './command-line.ts';
import { isPlainLocale, type Environment } from './locale.ts';

export type Options = {
  readonly settings: Settings;
  /** Print the report as JSON and nothing else. */
  readonly json: boolean;
  /** Draw with ASCII characters alone. */
  readonly ascii: boolean;
};

/** What the command line asks for: run with these options, or print this text and end. */
export type Invocation =
  | { readonly type: 'run'; readonly options: Options }
  | { readonly type: 'print'; readonly text: string };

const numberFields: readonly NumberField[] = ['size', 'tasks', 'workers', 'repeats'];

/** Reads the arguments behind the program's name; throws a `UsageError` of one sentence. */
export function readOptions(
  argv: readonly string[],
  version: string,
  environment: Environment = {},
): Invocation {
  const parsed = parseArguments(argv, version);
  if (parsed.type === 'print') {
    return parsed;
  }

  const { json, ascii, ...asked } = parsed.flags;
  const settings: Settings = { ...defaultSettings, ...asked };
  for (const field of numberFields) {
    const value = settings[field];
    if (typeof value !== 'number') {
      continue;
    }

    const problem = rangeProblem(field, value, settings.workload);
    if (problem) {
      throw new UsageError(`--${field} ${count(value)} is out of range: ${problem}`);
    }
  }

  const plain = ascii ?? isPlainLocale(environment);
  return { type: 'run', options: { settings, json: json ?? false, ascii: plain } };
}
