import { judge } from './helpers/bars.ts';
import { headline, runsOr } from './helpers/command.ts';
import { longestGaps } from './undisturbed/gaps.ts';
import { unreadTerminal } from './undisturbed/unread.ts';

// Can anything that watches a pass disturb it? A terminal that is not read for 20 s, a report of a million tasks, a full
// disk, a garbage collection of the screen's process: `npm run bench:undisturbed`.

const runs = runsOr(10);

headline(`Passes that are disturbed from outside, against ${runs} that are not`);
const bars = [...(await longestGaps(runs)), ...(await unreadTerminal())];
console.log();
judge(bars);
process.exit();
