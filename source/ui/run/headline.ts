import { lookOf } from '../parts/engine-look.ts';
import { elapsed, duration, plusMinus } from '../../core/text/format.ts';
import type { Case } from '../../core/plan/plan.ts';
import { expectedWall } from '../../core/profile/remaining.ts';
import { median, medianInterval, spreadOf } from '../../core/statistics.ts';
import type { RayPhase } from '../../core/plan/ray.ts';
import {
  wallsOf,
  type ProfileState,
  type RunningPass,
  type State,
} from '../../core/profile/state.ts';
import type { Milliseconds } from '../../core/units.ts';
import { line, type Line } from '../canvas/line.ts';
import { meter } from '../canvas/meter.ts';
import type { Theme } from '../canvas/theme.ts';
import { caseName, nameWidth } from '../parts/case-name.ts';

export type HeadlineView = {
  readonly state: State;
  readonly profile: ProfileState;
  readonly now: Milliseconds;
};

/** "running 59 min 59 s". */
const valueWidth = 19;

/** One bar for each case, in plan order and on one axis: its median wall, or the time of its running pass. */
export function headlineRows(view: HeadlineView, width: number, theme: Theme): readonly Line[] {
  const { cases } = view.profile.plan;
  const facts = cases.map((planned) => factOf(planned, view));
  const axis = Math.max(...facts.map(({ expected, shown }) => Math.max(expected, shown)));
  const label = nameWidth(cases);
  return cases.map((planned, index) => {
    const { engine } = planned;
    const { shown, text } = facts[index]!;
    const cells = width - label - valueWidth - 2;
    const bar = { ...lookOf(engine, theme), width: cells };
    return line(
      caseName(planned, theme, label),
      ...meter(axis > 0 ? shown / axis : 0, bar, theme),
      `  ${text}`,
    );
  });
}

type Fact = {
  readonly expected: Milliseconds;
  readonly shown: Milliseconds;
  readonly text: string;
};

/** Without a forecast, a pass is expected to take this multiple of its time so far: its bar must not look full. */
const unknown = 4 / 3;

function factOf({ id }: Case, { profile, now }: HeadlineView): Fact {
  const expected = expectedWall(profile, id);
  const { activity, plan, passes } = profile;
  if (activity.type === 'running' && activity.case.id === id) {
    const shown = Math.max(0, now - activity.since);
    return { expected: expected ?? shown * unknown, shown, text: runningText(activity, shown) };
  }

  const walls = [...wallsOf(profile, id).values()];
  if (walls.length === 0) {
    const comes = plan.passes.slice(passes.length).some((pass) => pass.case === id);
    return { expected: expected ?? 0, shown: 0, text: comes ? 'next' : 'failed' };
  }

  const middle = median(walls);
  const time = duration(middle).padStart(8);
  const spread = plusMinus(spreadOf(middle, medianInterval(walls)));
  return { expected: middle, shown: middle, text: walls.length > 1 ? `${time}  ${spread}` : time };
}

/** The phase and the elapsed time. The digits keep their place from phase to phase if there is room. */
function runningText({ remote }: RunningPass, shown: Milliseconds): string {
  const time = elapsed(shown).padStart(6);
  const phase = remote?.phases.at(-1)?.phase;
  const texts = phase
    ? [`${words[phase].padStart(longestWord)} ${time}`, `${words[phase]} ${time}`]
    : [];
  return texts.find(({ length }) => length <= valueWidth) ?? `running ${time}`;
}

const words: Readonly<Record<RayPhase, string>> = {
  submitting: 'submitting',
  pending: 'pending',
  starting: 'starting',
  'warming-up': 'warming up',
  running: 'running',
  stopping: 'stopping',
};

/** "submitting". */
const longestWord = 10;
