import { isQuiet, quietShare } from '../core/report/trust/quiet.ts';
import { longEnough } from '../core/session/until-quiet.ts';
import type { Session } from '../core/session/session.ts';
import { percent } from '../core/text/format.ts';
import type { QuietWait } from '../core/profile/state.ts';
import type { Milliseconds } from '../core/units.ts';

/** Says that a start waits for a quiet machine, and how that ended, until the returned function is called. */
export function quietLines(
  { state, now, subscribe }: Pick<Session, 'state' | 'now' | 'subscribe'>,
  say: (line: string) => void,
): () => void {
  let before: QuietWait | undefined;
  return subscribe(() => {
    const { quietWait } = state();
    if (quietWait && !before) {
      say(waitText(quietWait));
    } else if (before && !quietWait && isQuiet(state())) {
      say('the machine is quiet: the run begins');
    } else if (before && !quietWait && now() - before.since >= before.most) {
      say(unquietText(before, state().otherLoad?.others));
    }

    before = quietWait;
  });
}

const seconds = (time: Milliseconds): string => `${Math.round(time / 1000)} s`;

const waitText = ({ most }: QuietWait): string =>
  `waiting until other programs use less than ${percent(quietShare)} of the CPUs for ${seconds(longEnough)}, ${seconds(most)} at most`;

function unquietText({ most }: QuietWait, others: number | undefined): string {
  const why = others === undefined ? '' : `: other programs use ${percent(others)} of the CPUs`;
  return `! the machine did not become quiet in ${seconds(most)}${why}; the run begins in any case`;
}
