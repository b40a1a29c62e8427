import { pathsIn, runIds } from '../../core/history/run-ids.ts';
import { workersOf } from '../../core/history/run-texts.ts';
import type { RunList, SavedRun } from '../../core/report/run-summary.ts';
import { jsonOf } from '../json.ts';

/** All runs that can be opened, as a JSON array in pieces. */
export function historyJson(list: RunList): Iterable<string> {
  const ids = runIds(pathsIn(list));
  return jsonOf(list.runs.map((run) => ({ id: ids.get(run.path), ...fieldsOf(run) })));
}

function fieldsOf(run: SavedRun) {
  const { path, when, note, plan, results, finished, outdated, verdict, machine, cpus, fibtui } =
    run;
  const { cases, ...asked } = plan;
  return {
    file: path,
    when,
    note,
    ...asked,
    workers: workersOf(run),
    cases: cases.map((found) => ({ ...found, wall: results?.walls[found.id] })),
    speedups: results?.speedups,
    trust: results?.trust,
    finished,
    // `verdict` of an outdated run is only a hint to open it.
    ...(outdated ? { outdated } : { verdict }),
    machine,
    cpus,
    fibtui,
  };
}
