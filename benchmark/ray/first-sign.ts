import { duration, count } from '../../source/core/text/format.ts';
import { planOf } from '../../source/core/plan/plan-of.ts';
import { defaultSettings } from '../../source/core/plan/settings.ts';
import { rayEngine } from '../../source/engines/ray/engine.ts';
import { atMost, ratioText, times, type Bar } from '../helpers/bars.ts';
import { interleave, mediansOf, ratioOf, type Pair, type PairOf } from '../helpers/pairs.ts';
import { firstBar, type FirstSign } from './first-bar.ts';
import { firstLogLine } from './official.ts';
import type { OwnHead } from './own-head.ts';
import { setup } from './passes.ts';

const most = 1.1;

/**
 * How soon a user sees the first sign of a job: the first bar that moves in fibtui, compared with the first line of the
 * job's log that `ray job submit` prints. Driver, work, upload and token are the same. Each clock starts with the
 * user's action: the start of the pass in a running fibtui, or the launch of the command. Times from the acceptance of
 * the job are printed too, but have no bar: at its first line the driver has done nothing yet, while at the first
 * moving bar it has connected, warmed up its workers and received progress of a task.
 */
export async function firstSigns(head: OwnHead, runs: number): Promise<Bar> {
  const { target, cluster, circumstances } = head;
  const plan = planOf({ ...defaultSettings, engines: ['ray'], ray: target }, circumstances);
  const [planned] = plan.cases;
  const engine = rayEngine({ reach: async () => cluster, setup });
  await engine.open(plan, () => {}, new AbortController().signal);
  const pairs = await interleave<FirstSign>(
    { runs, warmUps: 1 },
    async () => firstBar(engine, planned!),
    async () => firstLogLine(head, planned!),
  );
  console.log(
    `From submit to the first sign: a job of ${planned!.tasks} tasks, ${count(planned!.size)} terms each`,
  );
  const started = on('fromStart', pairs);
  report('from the start', started);
  report('from when Ray has the job', on('fromTaken', pairs));
  console.log();
  return atMost("the first bar against the command's first log line", ratioOf(started).value, {
    most,
    show: times,
  });
}

const on = (clock: keyof FirstSign, pairs: readonly PairOf<FirstSign>[]): readonly Pair[] =>
  pairs.map(({ ours, other }) => ({ ours: ours[clock], other: other[clock] }));

function report(clock: string, pairs: readonly Pair[]): void {
  const { ours, other } = mediansOf(pairs);
  console.log(`  ${clock}`);
  console.log(`    fibtui, a bar moves             ${duration(ours).padStart(7)}`);
  console.log(`    ray job submit, a log line      ${duration(other).padStart(7)}`);
  console.log(`    ratio                           ${ratioText(ratioOf(pairs), times)}`);
}
