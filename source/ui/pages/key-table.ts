import type { Theme } from '../canvas/theme.ts';
import type { KeyPress } from '../input/keys.ts';

/** The keys that mean the same on every screen, or nothing. */
export const commonKeys = {
  escape: 'one level back',
  enter: 'go on',
  q: 'quit',
  '?': 'help',
  '/': 'find',
  g: 'timeline',
  d: 'details',
  s: 'sweep',
  h: 'history',
  e: 'export',
} as const;

type CommonKey = keyof typeof commonKeys;

export type CommonMeaning = (typeof commonKeys)[CommonKey];

/** Keys of a screen that belong together, and what they do there. */
export type KeyRow = {
  readonly keys: readonly KeyPress[];
  /** As they are written; at most twelve cells. */
  readonly label: string;
  /** At most forty cells. */
  readonly does: string;
  /** Which of the meanings that are the same everywhere this is; absent if none. */
  readonly common?: CommonMeaning;
};

const own = (keys: readonly KeyPress[], label: string, does: string): KeyRow => ({
  keys,
  label,
  does,
});

const labels: Readonly<Partial<Record<CommonKey, string>>> = { escape: 'esc' };

const common = (key: CommonKey, does: string): KeyRow => ({
  keys: [key],
  label: labels[key] ?? key,
  does,
  common: commonKeys[key],
});

export type KeyScreen =
  | 'setup'
  | 'run'
  | 'results'
  | 'details'
  | 'timeline'
  | 'history'
  | 'replay'
  | 'help';

export type KeyTable = Readonly<Record<KeyScreen, readonly KeyRow[]>>;

type Arrows = Theme['arrows'];

/** Every key of every screen, but for those that work on all of them. */
export const keyTable = (arrows: Arrows): KeyTable => ({
  setup: setupKeys(arrows),
  run: runKeys,
  results: resultsKeys(arrows),
  details: detailsKeys(arrows),
  timeline: timelineKeys(arrows),
  history: historyKeys(arrows),
  replay: replayKeys(arrows),
  help: helpKeys(arrows),
});

export const keysEverywhere: readonly KeyRow[] = [
  common('?', 'shows this help, and hides it'),
  common('q', 'quits; not while something is measured'),
  own(['ctrl+c'], 'ctrl+c', 'cancels what runs, and quits'),
  own(['ctrl+z'], 'ctrl+z', 'suspends; fg in the shell comes back'),
];

const setupKeys = ({ leftRight, upDown }: Arrows): readonly KeyRow[] => [
  common('enter', 'runs the plan, or accepts what is typed'),
  own(['up', 'down', 'tab', 'shift+tab'], upDown, 'go to another field; so does tab'),
  own(['left', 'right'], leftRight, 'change the value; the size by 1, 2, 5'),
  own(['[', ']', 'shift+left', 'shift+right'], '[ ]', 'halve and double the number'),
  own(Array.from('0123456789'), '0-9', 'type a number: 50,000, 50k, 1.5k, 5e4'),
  own(['backspace'], 'backspace', 'corrects; on Ray it edits the address'),
  own([' '], 'space', 'switches an engine, or Ray, on or off'),
  own(['w'], 'w', 'waits for a quiet machine, then runs'),
  own(['r'], 'r', 'tries again to reach Ray'),
  own(['p', 'f'], 'p f', 'too much memory: pair instead, or force'),
  common('h', 'shows the saved runs'),
  common('escape', 'discards what is typed; cancels a start'),
];

const runKeys: readonly KeyRow[] = [
  common('escape', 'asks, then cancels; finished rounds stay'),
  common('g', 'shows the timeline of the pass that runs'),
  common('d', 'where the time of the workers goes now'),
  own(['pageup', 'pagedown'], 'pgup pgdn', 'turn the pages of many workers'),
];

const resultsKeys = ({ leftRight }: Arrows): readonly KeyRow[] => [
  common('enter', 'runs the same plan again'),
  own(['+'], '+', 'runs it again with twice the rounds'),
  own(['left', 'right'], leftRight, 'another size: back to the setup'),
  own(['m'], 'm', 'is it memory? runs pair and compares'),
  common('g', 'shows what each worker did, and when'),
  common('d', 'shows every number, page by page'),
  common('h', 'shows the saved runs'),
];

const detailsKeys = ({ upDown }: Arrows): readonly KeyRow[] => [
  own(['tab', 'shift+tab'], 'tab', 'shows the next page; shift+tab: the last'),
  own(['up', 'down'], upDown, 'scroll'),
  own(['pageup', 'pagedown'], 'pgup pgdn', 'scroll by the page'),
  common('d', 'back to the results'),
  common('escape', 'back to the results'),
];

const timelineKeys = ({ leftRight, upDown }: Arrows): readonly KeyRow[] => [
  own(['c'], 'c', 'one engine alone, the next, all of them'),
  own([',', '.'], ', .', 'previous and next round'),
  own(['+', '=', '-'], '+ -', 'zoom in and out, around the middle'),
  own(['left', 'right'], leftRight, 'earlier and later'),
  own(['0'], '0', 'shows the whole time'),
  own(['up', 'down'], upDown, 'other workers, where not all fit'),
  own(['pageup', 'pagedown'], 'pgup pgdn', 'other workers, by the page'),
  own(['w'], 'w', 'above 32 workers: a row each, or groups'),
  common('g', 'back'),
  common('escape', 'back'),
];

const historyKeys = ({ upDown }: Arrows): readonly KeyRow[] => [
  common('enter', 'opens the run: its results, its replay'),
  own(['up', 'down'], upDown, 'choose a run'),
  own(['pageup', 'pagedown'], 'pgup pgdn', 'choose a run, ten further'),
  own([' '], 'space', 'marks the run'),
  common('/', 'filters by any text: enter keeps it'),
  own(['t'], 't', 'writes a note'),
  own(['backspace'], 'backspace', 'twice: deletes the run, or those marked'),
  common('h', 'back'),
  common('escape', 'leaves the filter, then goes back'),
];

const replayKeys = ({ leftRight }: Arrows): readonly KeyRow[] => [
  own([' '], 'space', 'pauses and continues'),
  own(['left', 'right'], leftRight, '5 seconds back and forward'),
  own(['[', ']'], '[ ]', 'step to where a pass begins or ends'),
  own(['<', '>'], '< >', 'slower and faster'),
  own(['0'], '0', 'starts over'),
  own(['pageup', 'pagedown'], 'pgup pgdn', 'turn the pages of many workers'),
  common('g', 'shows the timeline'),
  common('d', 'shows the details'),
  common('h', 'back to the saved runs'),
  common('escape', 'back to the saved runs'),
];

const helpKeys = ({ upDown }: Arrows): readonly KeyRow[] => [
  common('/', 'finds: type a word, esc shows all again'),
  own(['up', 'down'], upDown, 'scroll'),
  own(['pageup', 'pagedown', ' '], 'pgup pgdn', 'scroll by the page; so does space'),
  common('escape', 'back'),
];
