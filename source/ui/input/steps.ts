import { needsCluster } from '../../core/plan/engines.ts';
import { rangeOf, type NumberField, type Settings } from '../../core/plan/settings.ts';
import { tasksAsked } from '../../core/plan/task-count.ts';

export type Direction = 1 | -1;

/** The next or previous item; the ends wrap around. */
export function neighbour<Item>(items: readonly Item[], item: Item, direction: Direction): Item {
  const index = (items.indexOf(item) + direction + items.length) % items.length;
  return items[index] ?? item;
}

/** The next value of 0, 1, 2, 5, 10, 20, 50 … above or below. */
export function oneTwoFive(value: number, direction: Direction): number {
  if (direction === 1) {
    return grow(value);
  }

  return value <= 1 ? 0 : shrink(value);
}

function grow(value: number): number {
  const decade = value < 1 ? 1 : 10 ** Math.floor(Math.log10(value) + 1e-12);
  return [1, 2, 5, 10].map((step) => step * decade).find((step) => step > value) ?? 10 * decade;
}

function shrink(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value) + 1e-12);
  const below = [5, 2, 1].map((step) => step * decade).find((step) => step < value);
  return below ?? decade / 2;
}

export type Step = { readonly direction: Direction; readonly cpus: number };

/** The value that ←/→ lead to, within the range of the field. */
export function stepped(
  field: NumberField,
  settings: Settings,
  { direction, cpus }: Step,
): Settings[NumberField] {
  const { least, most } = rangeOf(field, settings.workload);
  const within = (value: number) => Math.min(Math.max(value, least), most);
  switch (field) {
    case 'size':
      return within(oneTwoFive(settings.size, direction));
    case 'rounds':
      return within(settings.rounds + direction);
    case 'tasks':
      return nextTasks(settings, direction, within);
    case 'workers': {
      const next = within((settings.workers === 'cpus' ? cpus : settings.workers) + direction);
      return next === cpus ? 'cpus' : next;
    }
  }
}

/** The order: auto, cpus, cluster (with Ray), 1, 2, 5, 10 … */
function nextTasks(
  settings: Settings,
  direction: Direction,
  within: (value: number) => number,
): Settings['tasks'] {
  const tasks = tasksAsked(settings);
  const rules: readonly Settings['tasks'][] = needsCluster(settings.engines)
    ? ['auto', 'cpus', 'cluster']
    : ['auto', 'cpus'];
  if (typeof tasks === 'number') {
    return tasks === 1 && direction === -1 ? rules.at(-1)! : within(oneTwoFive(tasks, direction));
  }

  const next = rules.indexOf(tasks) + direction;
  return rules[Math.max(next, 0)] ?? 1;
}

/** The number in a field; undefined if a rule stands there whose number is unknown. */
export function numberIn(field: NumberField, settings: Settings, cpus: number): number | undefined {
  const value = settings[field];
  if (typeof value === 'number') {
    return value;
  }

  return value === 'cpus' ? cpus : undefined;
}
