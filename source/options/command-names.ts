export const commandNames = ['run', 'replay', 'demo', 'history', 'show', 'doctor'] as const;

/** A command that takes flags. */
export type CommandName = (typeof commandNames)[number];

export const isCommandName = (word: string | undefined): word is CommandName =>
  commandNames.some((name) => name === word);

export const helpWord = 'help';
export const versionWord = 'version';

export const commandWords: readonly string[] = [...commandNames, helpWord, versionWord];
