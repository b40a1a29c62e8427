import { runsHere, runsInARow } from '../plan/engines.ts';
import { batchOf, type Plan } from '../plan/plan.ts';
import { quoted } from '../text/shell-words.ts';

/** Whether a plan had to be forced. */
type Forced = { readonly force: boolean };

/**
 * The command that runs a plan again, with every setting spelled out, as a POSIX shell reads it. An address comes without
 * a user, a password and whatever else it may have been given beside the place.
 */
export function commandOf(plan: Plan, { force }: Forced): string {
  const { workload, size, tasks } = batchOf(plan);
  const { cases, rounds, ray, python } = plan;
  const crew = cases.find(({ engine }) => runsHere(engine) && !runsInARow(engine));
  const flags = {
    '--workload': workload,
    '--size': size,
    '--tasks': tasks,
    '--engines': cases.map(({ engine }) => engine).join(),
    '--workers': crew?.workers,
    '--rounds': rounds,
    '--ray': ray && placeOf(ray.target.at),
    '--ray-rounds': ray?.rounds,
    '--ray-wait': ray?.waited && `${ray.waited.most / 1000}s`,
    '--ray-python': ray?.python ?? python,
    '--ray-ca': ray?.ca,
  };
  const words = Object.entries(flags).flatMap(([flag, value]) =>
    value === undefined ? [] : [flag, quoted(String(value))],
  );
  return ['fibtui', ...words, ...(force ? ['--force'] : [])].join(' ');
}

/** Refused when it is given; a run file may have been written by anyone. */
function placeOf(address: string): string {
  const [scheme = '', rest] = address.split('://');
  return rest === undefined
    ? address.replace(/^[^/]*@|[?#].*/g, '')
    : `${scheme}://${rest.replaceAll(/^[^/]*@|[?#].*/g, '')}`;
}
