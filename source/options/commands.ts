import type { Option } from 'commander';
import { colourFlags } from './colour-flags.ts';
import { commandNames, type CommandName } from './command-names.ts';
import { longName } from './flag.ts';
import {
  demoExamples,
  doctorExamples,
  historyExamples,
  replayExamples,
  runExamples,
  showExamples,
} from './help/help-texts.ts';
import {
  demoFlags,
  historyFlags,
  offlineFlag,
  outputFlags,
  playFlags,
  replayOutputFlags,
  showOutputFlags,
  textFlags,
} from './output-flags.ts';
import { planFlags } from './plan-flags.ts';
import { clusterFlags, rayFlags } from './ray-flags.ts';
import { forceAlias, recordFlags } from './record-flags.ts';

/** Flags that a help shows below one heading. */
export type FlagGroup = { readonly heading: string; readonly flags: readonly Option[] };

export type CommandTexts = {
  /** In the list of commands. */
  readonly summary: string;
  readonly description: string;
  /** The word that it takes beside flags. */
  readonly argument?: string;
  readonly groups: () => readonly FlagGroup[];
  /** Below the flags in its help. */
  readonly examples: string;
};

const group = (heading: string, ...flags: readonly Option[]): FlagGroup => ({ heading, flags });

/** Every command beside help and version. */
export const commands: Readonly<Record<CommandName, CommandTexts>> = {
  run: {
    summary: 'run at once, with the values of the flags',
    description: 'Runs at once: the same as fibtui with Enter pressed.',
    groups: runGroups,
    examples: runExamples,
  },
  replay: {
    summary: 'play back a saved run',
    description: 'Plays back a saved run; without an ID, the last one.',
    argument: '[ID]',
    groups: () => [
      group('The replay:', ...playFlags()),
      group('The output:', ...replayOutputFlags(), ...colourFlags()),
      group('The recording:', ...recordFlags(), forceAlias()),
    ],
    examples: replayExamples,
  },
  demo: {
    summary: 'a guided tour in under a minute',
    description: 'Runs a guided tour with captions in under a minute; any key takes over.',
    groups: () => [
      group('The demo:', ...demoFlags(), ...colourFlags()),
      group('The recording:', ...recordFlags(), forceAlias()),
    ],
    examples: demoExamples,
  },
  history: {
    summary: 'list the saved runs',
    description: 'Lists the saved runs, with the IDs that replay and show take.',
    groups: () => [group('The output:', ...textFlags('the list'), ...colourFlags())],
    examples: historyExamples,
  },
  show: {
    summary: 'print the results of a saved run',
    description: 'Prints the results of a saved run; without an ID, of the last one.',
    argument: '[ID]',
    groups: () => [group('The output:', ...showOutputFlags(), ...colourFlags())],
    examples: showExamples,
  },
  doctor: {
    summary: 'check whether this machine can be measured well',
    description: 'Says how far a run on this machine could be trusted, and what would distort it.',
    groups: () => [
      group('Ray:', ...clusterFlags("also check Ray: its dashboard's URL, or start")),
      group('The output:', ...textFlags('the findings'), ...colourFlags()),
    ],
    examples: doctorExamples,
  },
};

function runGroups(): readonly FlagGroup[] {
  return [
    group('The plan:', ...planFlags()),
    group('Ray:', ...rayFlags()),
    group('The output:', ...outputFlags(), ...colourFlags()),
    group('The recording:', ...recordFlags()),
    group('The history:', ...historyFlags()),
  ];
}

/** Every flag of every command: those of a run, and those that a run does not take. */
export const allGroups = (): readonly FlagGroup[] => [
  ...runGroups(),
  group('Replay:', ...playFlags()),
  group('Demo:', offlineFlag()),
];

/** The flags of a command. */
export const flagsOf = (name: CommandName): readonly Option[] =>
  commands[name].groups().flatMap(({ flags }) => flags);

/** The commands that take a flag with this name, such as "--speed" or "-s". */
export const takersOf = (name: string): readonly CommandName[] =>
  commandNames.filter((command) =>
    flagsOf(command).some((flag) => [longName(flag), flag.short].includes(name)),
  );
