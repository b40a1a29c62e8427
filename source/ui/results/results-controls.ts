import type { Plan } from '../../core/plan/plan.ts';
import { moreRounds, withRounds } from '../../core/plan/plan-of.ts';
import type { Settings } from '../../core/plan/settings.ts';
import type { State } from '../../core/profile/state.ts';
import { checkSettings } from '../../core/report/check-settings.ts';
import { reportOf } from '../../core/report/report-of.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { Session } from '../../core/session/session.ts';
import type { KeyPress } from '../input/keys.ts';

export type ResultsKeyTargets = {
  readonly session: Session;
  readonly state: State;
  readonly form: { readonly latest: () => { readonly settings: Settings } };
  readonly profiler: {
    readonly start: (settings: Settings) => void;
    readonly again: (plan: Plan) => void;
  };
  /** Goes back to the setup screen, with the next smaller or larger size. */
  readonly changeSize: (arrow: 'left' | 'right') => void;
  readonly toSetup: () => void;
  readonly historyActions: { readonly show: () => void };
  readonly openTimeline: () => void;
  readonly openDetails: () => void;
  readonly quit: () => void;
};

/** A key on the results. */
export function onResults(targets: ResultsKeyTargets, key: KeyPress): void {
  const { state, profiler, historyActions } = targets;
  switch (key) {
    case 'q':
      targets.quit();
      break;
    case 'enter':
      if (state.profile) {
        profiler.again(state.profile.plan);
      }

      break;
    case '+':
      runMore(targets);
      break;
    case 'escape':
      leave(targets);
      break;
    case 'g':
      targets.openTimeline();
      break;
    case 'd':
      targets.openDetails();
      break;
    case 'h':
      historyActions.show();
      break;
    case 'm':
      check(targets);
      break;
    case 'left':
    case 'right':
      targets.changeSize(key);
      break;
    default:
  }
}

/** Whoever presses escape to cancel a run may do so once more when it has just ended. */
const grace: Milliseconds = 1000;

function leave({ session, state: { profile }, toSetup }: ResultsKeyTargets): void {
  const ended = profile?.activity.type === 'ended' ? profile.activity.at : 0;
  if (session.now() - ended >= grace) {
    toSetup();
  }
}

/** Runs the plan again with more rounds. */
function runMore({ state: { profile }, profiler }: ResultsKeyTargets): void {
  const rounds = profile && moreRounds(profile.plan);
  if (profile && rounds !== undefined) {
    profiler.again(withRounds(profile.plan, rounds));
  }
}

/** Where memory may be the loss: runs the same plan with the workload that shows whether it is. */
function check({ session, state, form, profiler }: ResultsKeyTargets): void {
  const report = reportOf(state, session.version);
  const settings = report && checkSettings(form.latest().settings, report);
  if (settings) {
    profiler.start(settings);
  }
}
