import type { Theme } from '../canvas/theme.ts';
import { planWords, resultsWords, runWords, timelineWords, type Entry } from './help-words.ts';
import { keysEverywhere, keyTable, type KeyRow, type KeyScreen } from './key-table.ts';

export type Chapter = { readonly title: string; readonly entries: readonly Entry[] };

const words = {
  plan: { title: 'WORDS OF THE PLAN', entries: planWords },
  run: { title: 'WORDS OF A RUN', entries: runWords },
  timeline: { title: 'WORDS OF THE TIMELINE', entries: timelineWords },
  results: { title: 'WORDS OF THE RESULTS', entries: resultsWords },
} as const;

type ScreenHelp = {
  readonly screen: KeyScreen;
  /** The title of the chapter of its keys. */
  readonly title: string;
  readonly words?: Chapter;
};

const screens: readonly ScreenHelp[] = [
  { screen: 'setup', title: 'KEYS ON THE SETUP SCREEN', words: words.plan },
  { screen: 'run', title: 'KEYS DURING A RUN', words: words.run },
  { screen: 'results', title: 'KEYS ON THE RESULTS', words: words.results },
  { screen: 'details', title: 'KEYS IN THE DETAILS', words: words.results },
  { screen: 'timeline', title: 'KEYS ON THE TIMELINE', words: words.timeline },
  { screen: 'history', title: 'KEYS AMONG SAVED RUNS' },
  { screen: 'replay', title: 'KEYS IN A REPLAY', words: words.run },
  { screen: 'help', title: 'KEYS IN THIS HELP' },
];

/** Every key and every word on the screens, those of the present screen first. Each line fits the smallest window. */
export function chapters({ arrows }: Pick<Theme, 'arrows'>, over: string): readonly Chapter[] {
  const table = keyTable(arrows);
  const keysOf = ({ screen, title }: ScreenHelp) => ({
    title,
    entries: entriesOf(table[screen]),
  });
  const here = screens.find(({ screen }) => screen === over);
  const own = here?.words;
  return [
    ...(here ? [keysOf(here)] : []),
    { title: 'KEYS EVERYWHERE', entries: entriesOf(keysEverywhere) },
    ...(own ? [own] : []),
    ...screens.filter((one) => one !== here).map(keysOf),
    ...Object.values(words).filter((chapter) => chapter !== own),
  ];
}

const entriesOf = (rows: readonly KeyRow[]): readonly Entry[] =>
  rows.map(({ label, does }) => [label, does]);
