import {
  rangeOf,
  rangeProblem,
  type NumberField,
  type Settings,
} from '../../core/plan/settings.ts';
import { taskCount, tasksAsked } from '../../core/plan/task-count.ts';
import { reachedCluster, type State } from '../../core/profile/state.ts';
import { count, counted } from '../../core/text/format.ts';
import { parseCount, respelled } from '../../core/text/read-number.ts';
import type { Question } from './question.ts';
import { capitalized } from '../../core/text/capitals.ts';

const numberQuestion = (
  field: NumberField,
  words: readonly string[],
  texts: Pick<Question, 'ask' | 'explain'>,
): Question => ({
  ...texts,
  answer(text, settings) {
    if (words.includes(text)) {
      return { settings: { ...settings, [field]: text } };
    }

    const value = parseCount(text);
    if (value === undefined) {
      return { problem: `${JSON.stringify(text)} is not a number: write ${exampleOf(text)}.` };
    }

    const problem = rangeProblem(field, value, settings.workload);
    return problem === undefined
      ? { settings: { ...settings, [field]: value } }
      : { problem: capitalized(problem) };
  },
});

const exampleOf = (text: string): string => respelled(text) ?? 'one like 50000, 50k or 5e4';

/** "1 to 1,024". */
function rangeText(field: NumberField, { workload }: Settings): string {
  const { least, most } = rangeOf(field, workload);
  return `${count(least)} to ${count(most)}`;
}

export const size = numberQuestion('size', [], {
  ask: ({ settings }) => `Size, ${counted(settings.size, 'term')}. Enter to keep it, or a number:`,
  explain: ({ settings }) =>
    `The number of terms in one Fibonacci sequence, which is one task: ${rangeText('size', settings)} with ${settings.workload}. The more terms, the longer a task takes.`,
});

export const tasks = numberQuestion('tasks', ['auto', 'cpus', 'cluster'], {
  ask: ({ settings, state }) =>
    `Tasks, ${tasksText(settings, state)}. Enter to keep that, or a number, auto or cpus:`,
  explain: ({ settings }) =>
    `The number of sequences that every engine computes in each round: ${rangeText('tasks', settings)}. auto is enough for local to take a second or more on a typical core; cpus is one for each usable CPU.`,
});

/** "auto, which makes 160". */
function tasksText(settings: Settings, state: State): string {
  const asked = tasksAsked(settings);
  if (typeof asked === 'number' || !state.machine) {
    return typeof asked === 'number' ? count(asked) : asked;
  }

  const cpus = state.machine.usable.count;
  const made = taskCount(settings, { cpus, ...reachedCluster(state) });
  return `${asked}, which makes ${count(made)}`;
}

export const workers = numberQuestion('workers', ['cpus'], {
  ask: ({ settings, state }) =>
    `Workers of the pool, ${workersText(settings, state)}. Enter to keep that, or a number or cpus:`,
  explain: ({ settings }) =>
    `The number of tasks that the pool computes at the same time, each on its own thread: ${rangeText('workers', settings)}. cpus is one worker for each usable CPU.`,
});

function workersText({ workers: asked }: Settings, { machine }: State): string {
  if (asked !== 'cpus') {
    return count(asked);
  }

  return machine ? `${count(machine.usable.count)}, one for each CPU` : 'one for each CPU';
}

export const rounds = numberQuestion('rounds', [], {
  ask: ({ settings }) => `Rounds, ${count(settings.rounds)}. Enter to keep them, or a number:`,
  explain: ({ settings }) =>
    `In each round every engine computes all tasks once. There can be ${rangeText('rounds', settings)} rounds; fewer than 5 cannot rule out chance, and more of them narrow the range of the answer.`,
});
