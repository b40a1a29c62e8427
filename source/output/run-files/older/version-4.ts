import { isRecord, mapped, type Entries } from './entries.ts';

/**
 * Turns the content of a run file from version 2, 3 or 4 into version 5, which says rounds where those said repeats. It
 * is checked afterwards, so wrong values pass through unchanged.
 */
export function fromVersion4(document: unknown): unknown {
  return isRecord(document)
    ? {
        ...document,
        scene: mapped(document['scene'], upgradedEvent),
        events: mapped(document['events'], upgradedEvent),
      }
    : document;
}

/** The same for the first line of a file. */
export function headFromVersion4(head: Entries): Entries {
  const { plan, results } = head;
  return {
    ...head,
    ...(isRecord(plan) ? { plan: withRounds(plan) } : {}),
    ...(isRecord(results)
      ? { results: { ...results, speedups: mapped(results['speedups'], upgradedSpeedup) } }
      : {}),
  };
}

const upgradedEvent = (event: Entries): Entries =>
  isRecord(event['plan']) ? { ...event, plan: upgradedPlan(event['plan']) } : event;

function upgradedPlan(plan: Entries): Entries {
  const { ray } = plan;
  return { ...withRounds(plan), ...(isRecord(ray) ? { ray: withRounds(ray) } : {}) };
}

const withRounds = ({ repeats, ...rest }: Entries): Entries => ({ ...rest, rounds: repeats });

const upgradedSpeedup = (speedup: Entries): Entries =>
  speedup['outcome'] === 'too-few-repeats' ? { ...speedup, outcome: 'too-few-rounds' } : speedup;
