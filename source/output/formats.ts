/**
 * What a report can be printed as. An output with the name of a format has a flag of its own name, and no screen is
 * shown. The others are printed when the screen is left.
 */
const formats = {
  summary: undefined,
  sentences: undefined,
  json: 'JSON',
} as const satisfies Readonly<Record<string, string | undefined>>;

export type OutputName = keyof typeof formats;

export const outputNames = Object.keys(formats) as readonly OutputName[];

export const formatOf = (name: OutputName): string | undefined => formats[name];

export const hasScreen = (name: OutputName): boolean => formatOf(name) === undefined;
