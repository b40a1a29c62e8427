import { Command, type Option } from 'commander';
import {
  commandNames,
  helpWord,
  isCommandName,
  versionWord,
  type CommandName,
} from './command-names.ts';
import { allGroups, commands, type FlagGroup } from './commands.ts';
import { allExamples, examples } from './help/help-texts.ts';

/** The flags in the help of fibtui itself; `fibtui help all` shows every one. */
const usual: ReadonlySet<string> = new Set([
  'size',
  'tasks',
  'workers',
  'rounds',
  'workload',
  'engines',
  'ray',
  'wait-quiet',
  'json',
  'quiet',
  'plain',
  'record',
  'save',
  helpWord,
  versionWord,
]);

/** Whether the help of fibtui itself shows a flag with this name, such as "--size". */
export const isUsual = (name: string): boolean => usual.has(name.slice('--'.length));

const topic = '[COMMAND]';

/** A command and the word that it takes. */
function termOf(word: string): string {
  const argument = isCommandName(word) ? commands[word].argument : undefined;
  return [word, word === helpWord ? topic : argument].filter(Boolean).join(' ');
}

/** What fibtui is followed by to use a command. */
export const usageOf = (word: string): string =>
  isCommandName(word) ? `${termOf(word)} [options]` : termOf(word);

/** Commander's program with flags of fibtui itself, and without its commands. */
export function openProgram(version: string, groups: readonly FlagGroup[]): Command {
  const program = new Command('fibtui')
    .description('What does parallelism buy here, how sure is that, and where did the rest go?')
    .usage('[command] [options]')
    .allowExcessArguments()
    .enablePositionalOptions()
    .exitOverride()
    .helpCommand(false)
    .configureOutput({
      writeOut() {},
      writeErr() {},
      // `helpRows` breaks the lines.
      getOutHelpWidth: () => Number.MAX_SAFE_INTEGER,
    })
    // Each description says by itself which value is the default.
    .configureHelp({
      subcommandTerm: (command) => termOf(command.name()),
      optionDescription: ({ description }) => description,
    })
    .commandsGroup('Commands:');
  addGroups(program, groups);
  return program
    .optionsGroup('Help:')
    .helpOption('-h, --help', 'show this help and exit')
    .version(version, '-V, --version', 'show the version and exit');
}

/** Without its flags, which only that command needs. */
export function addCommand(program: Command, name: CommandName): Command {
  const { summary, description, argument } = commands[name];
  const command = program
    .command(name)
    .summary(summary)
    .description(description)
    .usage(usageOf(name).slice(name.length + 1));
  return argument === undefined ? command : command.argument(argument);
}

export function addFlags(command: Command, name: CommandName): Command {
  addGroups(command, commands[name].groups());
  return command.optionsGroup('Help:').helpOption('-h, --help', 'show this help and exit');
}

export const addHelpCommand = (program: Command): Command =>
  program.command(helpWord).argument(topic).description('show the help of a command, or of all');

export const addVersionCommand = (program: Command): Command =>
  program.command(versionWord).description('show the version');

function addGroups(command: Command, groups: readonly FlagGroup[]): void {
  for (const { heading, flags } of groups) {
    command.optionsGroup(heading);
    flags.forEach((flag) => command.addOption(flag));
  }
}

/** The help of a command, of `all`, or else of fibtui itself, in lines of any length. */
export function helpOf(about: string | undefined, version: string): string {
  if (isCommandName(about)) {
    const command = addFlags(addCommand(openProgram(version, []), about), about);
    return command.helpInformation() + commands[about].examples;
  }

  const isAll = about === 'all';
  const program = openProgram(version, isAll ? allGroups() : [usualGroup()]);
  commandNames.forEach((name) => addCommand(program, name));
  addHelpCommand(program);
  addVersionCommand(program);
  return program.helpInformation() + (isAll ? allExamples : examples);
}

const usualGroup = (): FlagGroup => ({
  heading: 'Options:',
  flags: allGroups()
    .flatMap(({ flags }) => flags)
    .filter((flag: Option) => usual.has(flag.name())),
});
