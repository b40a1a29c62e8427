import { createLatestCache } from '../../core/latest-cache.ts';
import type { Case } from '../../core/plan/plan.ts';
import { expectedWall } from '../../core/profile/remaining.ts';
import { runningPass, wallsOf, type ProfileState } from '../../core/profile/state.ts';
import { typicalRounds } from '../../core/report/figures/typical.ts';
import { durationsAlike, elapsed } from '../../core/text/format.ts';
import type { Milliseconds } from '../../core/units.ts';
import { emptyLine, line, piece, type Line, type Piece } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, later, ruled, type Zone } from '../canvas/zone.ts';
import { barBetween, barGap, barNameOf, barNames } from '../parts/bar-rows.ts';
import { axisOf, durationBar, type Durations } from '../parts/duration-bar.ts';
import { lookOf } from '../parts/engine-look.ts';
import { answersOf } from './answer.ts';
import { marginOf } from '../parts/margin.ts';
import { priorities } from './priorities.ts';

export type SoFarView = { readonly profile: ProfileState; readonly now: Milliseconds };

/** The durations so far on one axis, and the speed-ups that they make. */
export function soFarZone(view: SoFarView, width: number, theme: Theme): Zone {
  const { profile, now } = view;
  const grows = typicalRounds(profile).size < profile.plan.cases.length;
  const running = grows ? [now, profile.activity] : [];
  return zones(profile.passes, [profile.plan, profile.under, width, theme, ...running], () =>
    drawnZone(view, width, theme),
  );
}

/** Passes end rarely, and between two ends only the bar of a case without a finished round changes. */
const zones = createLatestCache<ProfileState['passes'], Zone>();

function drawnZone(view: SoFarView, width: number, theme: Theme): Zone {
  const facts = factsOf(view);
  const bars = (height: number) => barRows(facts, { width, height }, theme);
  const { single, rows } = answersOf(view.profile, width, theme);
  const answer = rows.length > 0 ? [single] : [];
  const low = bars(1).flat();
  const apart = rows.length > 0 ? [...low, emptyLine, ...rows] : low;
  const high = bars(2).flatMap((bar, index) => (index > 0 ? [emptyLine, ...bar] : bar));
  return {
    title: line('SO FAR'),
    priority: 0,
    variants: [
      later(priorities.highBars, ruled([emptyLine, ...high, emptyLine, ...rows, emptyLine])),
      later(priorities.blanks, ruled([...apart, emptyLine])),
      later(priorities.blanks, ruled(apart)),
      later(priorities.answers, ruled([...low, ...rows])),
      later(priorities.soFarRule, ruled([...low, ...answer])),
      bare([...low, ...answer]),
    ],
  };
}

type Fact = {
  readonly planned: Case;
  readonly durations: Durations;
  readonly text: Piece;
  /** How long the bar will be, if no pass has finished. */
  readonly expected: Milliseconds;
};

/** Without a forecast, a pass is expected to take this multiple of its time so far: its bar must not look full. */
const unknown = 4 / 3;

function factsOf({ profile, now }: SoFarView): readonly Fact[] {
  const { plan } = profile;
  const typical = typicalRounds(profile);
  const finished = plan.cases.flatMap(
    ({ id }) => wallsOf(profile, id).get(typical.get(id) ?? 0) ?? [],
  );
  const texts = durationsAlike(finished);
  let index = 0;
  return plan.cases.map((planned) => {
    const walls = wallsOf(profile, planned.id);
    const round = typical.get(planned.id);
    const wall = round === undefined ? undefined : walls.get(round);
    if (wall === undefined) {
      return unfinished(planned, profile, now);
    }

    const others = [...walls].flatMap(([other, time]) => (other === round ? [] : [time]));
    const text = piece(texts[index++] ?? '', 'strong');
    return { planned, durations: { shown: wall, others }, text, expected: wall };
  });
}

function unfinished(planned: Case, profile: ProfileState, now: Milliseconds): Fact {
  const expected = expectedWall(profile, planned.id);
  const running = runningPass(profile);
  if (running?.case.id === planned.id) {
    const shown = Math.max(0, now - running.since);
    const text = piece(elapsed(shown), 'quiet');
    return {
      planned,
      durations: { shown, others: [] },
      text,
      expected: expected ?? shown * unknown,
    };
  }

  const { plan, passes } = profile;
  const comes = plan.passes.slice(passes.length).some((pass) => pass.case === planned.id);
  const text = comes ? piece('next', 'quiet') : piece('failed', 'warning');
  return { planned, durations: { shown: 0, others: [] }, text, expected: expected ?? 0 };
}

type Place = { readonly width: number; readonly height: number };

/** "12 min 5 s" takes more. */
const usualText = 6;

/** The rows of each bar. */
function barRows(
  facts: readonly Fact[],
  { width, height }: Place,
  theme: Theme,
): ReadonlyArray<readonly Line[]> {
  const names = barNames(
    facts.map(({ planned }) => barNameOf(planned)),
    width,
  );
  const label = Math.max(...names.map(({ length }) => length)) + barGap;
  const end = Math.max(usualText, ...facts.map(({ text }) => text.text.length)) + barGap;
  const cells = width - label - end - marginOf(width).length;
  const axis = Math.max(
    axisOf(facts.map(({ durations }) => durations)),
    ...facts.map(({ expected }) => expected),
  );
  return facts.map(({ planned, durations, text }, index) => {
    const { tone } = lookOf(planned.engine, theme);
    const bar = durationBar(durations, { axis, cells, height, tone }, theme);
    const name = piece(names[index]!.padEnd(label), tone);
    return barBetween(name, bar, piece(text.text.padStart(end), text.tone));
  });
}
