import { isRecord, mapped, type Entries } from './entries.ts';

/**
 * Turns the content of a run file from version 1 into version 2. It is checked afterwards, so wrong values pass through
 * unchanged. In version 1 each pass had its whole case, spans were rows, a plan repeated fields of its cases, and the
 * scene had the last pass on Ray in place of its time.
 */
export function fromVersion1(document: unknown): unknown {
  return isRecord(document)
    ? {
        ...document,
        scene: mapped(document['scene'], (event) => upgradedEvent(timedPass(event))),
        events: mapped(document['events'], upgradedEvent),
      }
    : document;
}

function upgradedEvent(event: Entries): Entries {
  const { plan, pass, outcome } = event;
  return {
    ...event,
    ...(isRecord(plan) ? { plan: upgradedPlan(plan) } : {}),
    ...(isRecord(pass) ? { pass: upgradedPass(pass) } : {}),
    ...(isRecord(outcome) ? { outcome: upgradedOutcome(outcome) } : {}),
  };
}

function upgradedPlan({ workload: _w, size: _s, tasks: _t, ...plan }: Entries): Entries {
  return { ...plan, passes: mapped(plan['passes'], upgradedPass) };
}

const upgradedPass = (pass: Entries): Entries =>
  isRecord(pass['case']) ? { ...pass, case: pass['case']['id'] } : pass;

function upgradedOutcome(outcome: Entries): Entries {
  const { spans } = outcome;
  return Array.isArray(spans) ? { ...outcome, spans: columnsOfRows(spans) } : outcome;
}

function columnsOfRows(rows: readonly unknown[]): Entries {
  const records = rows.map((row) => (isRecord(row) ? row : {}));
  const names = new Set(records.flatMap((row) => Object.keys(row)));
  const columns = [...names].map(
    (name) => [name, records.map((row) => row[name] ?? null)] as const,
  );
  return { count: rows.length, ...Object.fromEntries(columns) };
}

/** Reduces a pass in the scene to its time. */
function timedPass(event: Entries): Entries {
  const { type, at, pass, outcome } = event;
  if (type !== 'pass-finished' || !isRecord(pass) || !isRecord(outcome)) {
    return event;
  }

  const spans = Array.isArray(outcome['spans']) ? outcome['spans'].filter(isRecord) : [];
  const ends = spans.map((span) => Number(span['end']));
  const starts = spans.map((span) => Number(span['start']));
  const span = spans.length === 0 ? 0 : Math.max(...ends) - Math.min(...starts);
  const run = { case: pass['case'], span, overhead: Number(outcome['wall']) - span };
  return { type: 'ray-pass-timed', at, run };
}
