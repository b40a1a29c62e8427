import { isQuiet, quietShare } from '../../core/report/trust/quiet.ts';
import { longEnough } from '../../core/session/until-quiet.ts';
import { percent } from '../../core/text/format.ts';
import type { QuietWait } from '../../core/profile/state.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { Reporter } from './reporter.ts';
import { wholeSeconds } from './round-text.ts';

/** That a start waits for a quiet machine, and how that ended. A wait that the user cancelled is not reported. */
export function quietReporter(now: () => Milliseconds): Reporter {
  let before: QuietWait | undefined;
  return (state) => {
    const [ended, { quietWait }] = [before, state];
    before = quietWait;
    if (quietWait) {
      return ended ? [] : [waitText(quietWait)];
    }

    if (ended && isQuiet(state)) {
      return ['the machine is quiet: the run begins'];
    }

    return ended && now() - ended.since >= ended.most
      ? [unquietText(ended, state.otherLoad?.others)]
      : [];
  };
}

const waitText = ({ most }: QuietWait): string =>
  `waiting until other programs use less than ${percent(quietShare)} of the CPUs for ${wholeSeconds(longEnough)}, ${wholeSeconds(most)} at most`;

function unquietText({ most }: QuietWait, others: number | undefined): string {
  const why = others === undefined ? '' : `: other programs use ${percent(others)} of the CPUs`;
  return `! the machine did not become quiet in ${wholeSeconds(most)}${why}; the run begins anyway`;
}
