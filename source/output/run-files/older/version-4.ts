import { isOwnHead, ownHead } from '../../../core/plan/settings.ts';
import { isRecord, mapped, type Entries } from './entries.ts';

/**
 * Turns the content of a run file from version 2, 3 or 4 into version 5, which says rounds where those said repeats, and start for the head that they called local. It
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

function upgradedEvent(event: Entries): Entries {
  const { plan, target } = event;
  return {
    ...event,
    ...(isRecord(plan) ? { plan: upgradedPlan(plan) } : {}),
    ...(isRecord(target) ? { target: upgradedAddress(target) } : {}),
  };
}

function upgradedPlan(plan: Entries): Entries {
  const { ray, cases } = plan;
  return {
    ...withRounds(plan),
    cases: mapped(cases, upgradedCase),
    ...(isRecord(ray) ? { ray: upgradedRay(ray) } : {}),
  };
}

const upgradedCase = (planned: Entries): Entries =>
  isRecord(planned['cluster'])
    ? { ...planned, cluster: upgradedAddress(planned['cluster']) }
    : planned;

const upgradedRay = (ray: Entries): Entries => ({
  ...withRounds(ray),
  ...(isRecord(ray['target']) ? { target: upgradedAddress(ray['target']) } : {}),
});

const upgradedAddress = (place: Entries): Entries =>
  isOwnHead(String(place['at'])) ? { ...place, at: ownHead } : place;

const withRounds = ({ repeats, ...rest }: Entries): Entries => ({ ...rest, rounds: repeats });

const upgradedSpeedup = (speedup: Entries): Entries =>
  speedup['outcome'] === 'too-few-repeats' ? { ...speedup, outcome: 'too-few-rounds' } : speedup;
