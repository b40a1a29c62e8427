import type { Theme } from '../canvas/theme.ts';

type Entry = readonly [term: string, meaning: string];

export type Chapter = { readonly title: string; readonly entries: readonly Entry[] };

/** Every key and every term on the screens. Each line fits the smallest window. */
export const chapters = ({ arrows }: Theme): readonly Chapter[] => [
  { title: 'KEYS ON THE SETUP SCREEN', entries: setupKeys(arrows) },
  { title: 'KEYS ELSEWHERE', entries: otherKeys(arrows) },
  { title: 'KEYS OF THE TIMELINE', entries: timelineKeys(arrows) },
  { title: 'KEYS OF SAVED RUNS', entries: savedKeys(arrows) },
  { title: 'TERMS OF THE PLAN', entries: planTerms },
  { title: 'TERMS OF THE RUN', entries: runTerms },
  { title: 'TERMS OF THE TIMELINE', entries: timelineTerms },
  { title: 'TERMS OF THE RESULTS', entries: resultsTerms },
];

type Arrows = Theme['arrows'];

const setupKeys = ({ leftRight, upDown }: Arrows): readonly Entry[] => [
  [upDown, 'go to another field; so does tab'],
  [leftRight, 'change a value; the size by 1, 2, 5'],
  ['[ ]', 'halve and double, as shift+arrows do'],
  ['0-9', 'type a number: enter takes, esc drops'],
  ['. , k M e', 'in it: 50,000, 50k, 1.5k, 2M, 5e4'],
  ['a paste', 'goes into the field whole, or nowhere'],
  ['space', 'switch an engine, or Ray, on or off'],
  ['backspace', "edit Ray's address"],
  ['r', 'try Ray again where it does not answer'],
  ['enter', 'run'],
  ['w', 'wait until it is quiet here, then run'],
  ['esc', 'cancel a start that still waits'],
  ['p f', 'too much memory: take pair, or force it'],
];

const otherKeys = ({ leftRight }: Arrows): readonly Entry[] => [
  ['esc esc', 'cancel a run, keep its finished rounds'],
  ['pgup pgdn', 'turn the pages of workers and of this'],
  ['enter', 'on the results: the same plan again'],
  [leftRight, 'on the results: another size'],
  ['g', 'timeline: what each worker did, and when'],
  ['m', 'on the results: is it memory? runs pair'],
  ['d', 'where Ray failed: the log of its driver'],
  ['h', 'on setup and results: the saved runs'],
  ['?', 'this help, and back'],
  ['ctrl+z', 'suspend; fg comes back'],
  ['q', 'quit; not while a pass runs'],
  ['ctrl+c', 'cancel what runs, and quit'],
];

const timelineKeys = ({ leftRight, upDown }: Arrows): readonly Entry[] => [
  ['+ -', 'zoom in and out, around the middle'],
  [leftRight, 'earlier and later in the pass'],
  ['0', 'the whole pass'],
  [upDown, 'other workers; pgup pgdn by the page'],
  ['w', 'above 32 workers: a row each, or groups'],
  ['c', 'the next case; so does tab'],
  [', .', 'the round before, the round behind'],
  ['g esc', 'back'],
];

const savedKeys = ({ leftRight, upDown }: Arrows): readonly Entry[] => [
  [upDown, 'choose a run; pgup pgdn: ten further'],
  ['enter', 'open it: its results, and its replay'],
  ['x x', 'delete its file'],
  ['h esc', 'back'],
  ['space', 'in a replay: pause, and go on'],
  [leftRight, 'in a replay: 5 s back and forward'],
  ['0', 'in a replay: start over'],
];

const planTerms: readonly Entry[] = [
  ['task', 'one Fibonacci sequence of n terms'],
  ['pass', 'N tasks, timed from first to last'],
  ['local', 'all tasks on one worker, in a row'],
  ['pool', 'all tasks on P workers, side by side'],
  ['ray', 'all tasks on a Ray cluster, as one job'],
  ['worker', 'a thread here; a process of Ray there'],
  ['engine', 'where tasks run: local, pool or ray'],
  ['case', 'an engine with its workers and its tasks'],
  ['rounds', 'passes of every engine'],
  ['round', 'one pass of every engine'],
  ['interleaved', 'the engines take turns, round by round'],
  ['list', 'a task keeps every term in memory'],
  ['pair', 'a task keeps the last two terms'],
  ['bigint', 'keeps every term as a JavaScript BigInt'],
  ['usable', 'CPUs: least of online, allowed, granted'],
  ['affinity', 'CPUs on which this process may run'],
  ['quota', 'CPU time that its control group grants'],
  ['auto', 'tasks enough for local to last 1 s'],
  ['cluster', 'as many tasks as the cluster has CPUs'],
  ['address', "of Ray's dashboard: http://HOST:8265"],
  ['Ray: local', 'a Ray of our own here, ended when we end'],
  ['node', 'one machine of a cluster'],
  ['head', 'the node that leads it and takes jobs'],
  ['token', 'what a cluster may ask us for'],
  ['driver', 'the one Python file that is sent to Ray'],
];

const runTerms: readonly Entry[] = [
  ['warm-up', 'takes memory, compiles code: not timed'],
  ['RUN 2/5', 'the round that runs, of how many'],
  ['share', "done of a worker's fair part of the pass"],
  ['elapsed', 'since the run began'],
  ['ETA', 'until the last pass ends, as expected'],
  ['screen', 'what drawing takes of one CPU, in passes'],
  ['on a CPU', 'of the time of the tasks that have ended'],
  ['waiting', 'ready, but no CPU was free'],
  ['blocked', 'neither: for memory, a page, a disk'],
  ['submit', 'a job is handed to Ray'],
  ['pending', 'until the first line of its driver'],
  ['driver start', 'until that is connected with Ray'],
  ['Ray warm-up', 'one empty task for every worker'],
  ['span', 'from the first task to the last one done'],
  ['rest', 'what else a pass on Ray takes'],
  ['nice', "Ray's workers run at nice 15"],
];

const timelineTerms: readonly Entry[] = [
  ['on a CPU', 'a worker in a task, and computing'],
  ['waiting', 'in a task, ready, and no CPU is free'],
  ['blocked', 'in a task, and neither of the two'],
  ['unknown', 'in a task; the system tells no more'],
  ['spread', 'a task tells sums: evenly drawn over it'],
  ['part', 'heights: how much of a cell has a task'],
  ['idle', 'before, between and after the tasks'],
  ['busy', 'share of the time seen that is in tasks'],
  ['typical', 'the round with the middle speed-up'],
  ['gap', 'time between two tasks of one worker'],
];

const resultsTerms: readonly Entry[] = [
  ['median', 'the middle one of the rounds'],
  ['interval', 'range that contains the true median'],
  ['speed-up', 'middle one of the ratios of the rounds'],
  ['round 4', 'the round that the speed-up comes from'],
  ['of at most', 'what so many workers could give at best'],
  ['efficiency', 'speed-up over workers'],
  ['wall', 'time of a whole pass, as a clock sees it'],
  ['overhead', 'time of a pass in which no task ran'],
  ['Karp-Flatt', 'serial fraction that would explain it'],
  ['wins', 'the interval excludes 1, by over 2 %'],
  ['as fast as', 'the interval is within 5 % of 1'],
  ['cannot tell', 'neither was shown'],
  ['1.9x!', 'more than the workers can give'],
  ['python x1', 'the tasks in Python on one CPU of Ray'],
  ['language', 'factor: local over python x1'],
  ['inside', 'the cluster: python x1 over the span'],
  ['span share', 'how much of the wall is span'],
  ['the work', 'workers that did what local does'],
  ['without', 'as fast if that alone were gone'],
  ['more workers', 'than CPUs: have none of their own'],
  ['not divided', 'tasks leave workers without a last one'],
  ['slower', 'side by side: cores, clock, memory'],
  ['waiting', 'for a CPU that something else is on'],
  ['blocked', 'neither on a CPU nor waiting for one'],
  ['handing out', 'until each worker has its first task'],
  ['idle', 'a worker after its last task'],
  ['between', 'two tasks of a worker'],
  ['POP', 'the efficiency as a product'],
  ['scaling', 'time in tasks, on local over here'],
  ['balance', 'mean over most time of a worker in tasks'],
  ['orchestr.', 'of that worker: share of the wall'],
  ['local', 'in POP: its wall over its time in tasks'],
  ['paid back', 'tasks that save what the start takes'],
  ['off forecast', 'how much longer than the forecast'],
  ['cold start', 'from making threads to their answer'],
  ['spread', 'how far the rounds are off their median'],
  ['forecast', 'what a pass was expected to take'],
  ['calibration', 'a few tasks timed for the forecast'],
  ['garbage', 'how long bigint stood for its collector'],
  ['trust', 'what may have moved the numbers'],
  ['other load', 'CPU time that other programs took'],
  ['steal', 'CPU time that the hypervisor took'],
  ['throttled', 'held back by the quota'],
  ['governor', 'what sets the clock of the CPUs'],
  ['!', 'a warning; behind a round: an outlier'],
];
