import { line, piece, type Line } from '../canvas/line.ts';
import { bare, ruled, type Zone } from '../canvas/zone.ts';
import { priorities } from './priorities.ts';

/** The words of the plan, for first-time users. Each line fits 120 columns. */
const words = [
  ['sequence', 'the Fibonacci numbers up to a length: one task, computed by one worker'],
  ['local', 'one worker computes all tasks, one after another: the others are compared with it'],
  ['pool', 'several threads of this machine share the same tasks'],
  [
    'python',
    'one Python process of this machine computes all tasks, one after another, without Ray',
  ],
  ['Ray', 'a Ray cluster computes the same tasks, in Python, as one of its jobs'],
  ['round', 'each engine computes all tasks once; the order changes from round to round'],
  [
    'speed-up',
    'how many times as fast as local: the middle one of the rounds, and how sure that is',
  ],
  ['worker', 'a thread of the pool, or a process on the cluster: it takes one task at a time'],
  ['trust', 'what else is going on here that could spoil the times'],
  ['quiet', 'other programs use less than 5 % of the CPUs'],
] as const;

/** In windows that are high enough. */
export const glossaryZone = (): Zone => ({
  title: line('THE WORDS'),
  priority: priorities.glossary,
  variants: [ruled(words.map(wordLine)), bare([])],
});

const wordLine = ([word, meaning]: readonly [word: string, meaning: string]): Line =>
  line(piece(`  ${word.padEnd(10)}`, 'quiet'), meaning);
