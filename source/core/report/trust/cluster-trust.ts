import { changesText } from '../../plan/ray-text.ts';
import { allOf } from '../../text/listing.ts';
import { duration, ratio } from '../../text/format.ts';
import type { Share } from '../../units.ts';
import { nodeTimes } from './node-times.ts';
import { finishedReportPasses, passIn, type ReportPass } from '../figures/report-pass.ts';
import type { ReportCase } from '../figures/report-case.ts';
import type { TrustLine } from './trust-lines.ts';

/** Below, nodes of the same kind differ by chance. */
const slower: Share = 1.2;
/** Fewer tasks of a node tell nothing about it. */
const fewestTasks = 3;

type Known = {
  readonly cases: readonly Pick<ReportCase, 'id' | 'typical'>[];
  readonly passes: readonly ReportPass[];
};

/** How far a cluster stayed the same, and its nodes are alike. Nothing where no pass ran on several nodes. */
export const clusterTrust = (known: Known): readonly TrustLine[] => [
  ...changesLines(known.passes),
  ...known.cases.flatMap((found) => slowNodeLines(found, known.passes)),
];

function changesLines(passes: readonly ReportPass[]): readonly TrustLine[] {
  return finishedReportPasses(passes).flatMap(({ case: id, round, ray }): readonly TrustLine[] =>
    ray?.changes
      ? [
          {
            name: 'nodes',
            level: 'warn',
            text: `${changesText(ray.changes)} in round ${round} of ${id}: its rounds did not have the same CPUs; run again`,
          },
        ]
      : [],
  );
}

/** The slowest node of the typical round. */
function slowNodeLines({ id, typical }: Known['cases'][number], passes: readonly ReportPass[]) {
  const pass = passIn(passes, id, typical?.round);
  const nodes = pass ? nodeTimes(pass) : [];
  const slow = nodes.filter(({ over = 0, tasks }) => over > slower && tasks >= fewestTasks);
  const [slowest] = slow;
  if (nodes.length < 2) {
    return [];
  }

  const names = allOf(slow.slice(0, 3).map(({ name }) => name));
  const more = slow.length > 3 ? `, and ${slow.length - 3} more nodes` : '';
  const line: TrustLine = slowest
    ? {
        name: 'node-speed',
        level: 'note',
        text: `slow nodes in ${id}, ${names}${more}: a task takes ${duration(slowest.task)} on ${slowest.name}, ${ratio(slowest.over ?? 1)} times what the others take`,
      }
    : { name: 'node-speed', level: 'ok', text: `${nodes.length} nodes alike in ${id}` };
  return [line];
}
