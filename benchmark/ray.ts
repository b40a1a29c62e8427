import { judge } from './helpers/bars.ts';
import { headline, runsOr } from './helpers/command.ts';
import { charts } from './ray/charts.ts';
import { firstSigns } from './ray/first-sign.ts';
import { openIdleHead, reportIdleHead } from './ray/idle-head.ts';
import { idleShareOf } from './ray/idle-share.ts';
import { lag } from './ray/lag.ts';
import { withHead } from './ray/own-head.ts';
import { needRay } from './ray/need-ray.ts';
import { surroundings } from './ray/surroundings.ts';

// How soon does Ray's progress show, how old is it then, and how does Ray compare with the other engines? On one head
// started here, on all usable CPUs as with `--ray local`: `npm run bench:ray`, a quarter of an hour.

needRay();

const runs = runsOr(5);
headline(`Ray on a head of its own, ${runs} interleaved pairs and rounds`);
const circumstances = await surroundings();
const passes = await openIdleHead(circumstances, runs);
await passes.measure('alone');
const { bars, share } = await withHead(circumstances, async (head) => {
  const share = await idleShareOf(head.pid);
  await passes.measure('besideHead');
  const bars = [await firstSigns(head, runs), ...(await lag(head))];
  await charts(head, runs);
  await passes.measure('besideHead');
  return { bars, share };
});
await passes.measure('alone');
await passes.close();
reportIdleHead(passes, share);
judge(bars);
