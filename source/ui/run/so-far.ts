import type { Case } from '../../core/plan/plan.ts';
import { duration, factor } from '../../core/text/format.ts';
import type { PassOutcome } from '../../core/profile/pass.ts';
import { makesFactor, speedup } from '../../core/report/figures/speedup.ts';
import { typicalRounds } from '../../core/report/figures/typical.ts';
import { wallsOf, type ProfileState } from '../../core/profile/state.ts';
import { referenceOf } from '../../core/report/figures/comparison.ts';
import { justified, lengthOf, line, piece, type Line, type Piece } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, later, ruled, type Zone } from '../canvas/zone.ts';
import { caseName, nameWidth } from '../parts/case-name.ts';
import { priorities } from './priorities.ts';

/** The latest rounds that fit, and the wall of the typical round so far. */
export function soFarZone(profile: ProfileState, width: number, theme: Theme): Zone {
  const { cases } = profile.plan;
  const label = nameWidth(cases);
  const rounds = cases.map(({ id }) => roundsOf(profile, id));
  const ends = cases.map((planned) => endOf(profile, planned));
  const room = width - label - Math.max(...ends.map(lengthOf)) - 2;
  const columns = latest(rounds, room);
  const lines = cases.map((planned, index) => {
    const name = caseName(planned, theme, label);
    const shown = (rounds[index] ?? []).slice(columns.first);
    const texts = shown.map(({ text, tone }) => piece(`${text.padStart(columns.width)}  `, tone));
    return justified(line(name, ...texts), ends[index] ?? [], width);
  });
  return {
    title: line('SO FAR'),
    priority: priorities.soFar,
    variants: [later(priorities.soFarRule, ruled(lines)), bare(lines), bare([])],
  };
}

/** Round by round. A pass without a wall shows its outcome instead. */
const roundsOf = ({ passes }: ProfileState, id: string): readonly Piece[] =>
  passes.flatMap(({ pass, outcome }) => (pass.case === id ? [roundOf(outcome)] : []));

function roundOf(outcome: PassOutcome): Piece {
  switch (outcome.status) {
    case 'finished':
      return piece(duration(outcome.wall));
    case 'failed':
      return piece('failed', 'warning');
    case 'cancelled':
      return piece('cancelled', 'faint');
  }
}

function endOf(profile: ProfileState, planned: Case): Line {
  const round = typicalRounds(profile).get(planned.id);
  const wall = round === undefined ? undefined : wallsOf(profile, planned.id).get(round);
  return line(
    wall === undefined
      ? ''
      : `round ${round}: ${duration(wall).padStart(8)}${against(profile, planned)}`,
  );
}

function against(profile: ProfileState, planned: Case): string {
  const reference = referenceOf(profile.plan, planned);
  const found =
    reference === planned
      ? undefined
      : speedup(wallsOf(profile, reference.id), wallsOf(profile, planned.id));
  return `   ${(found && makesFactor(found) ? factor(found.value) : '').padStart(6)}`;
}

type Columns = { readonly first: number; readonly width: number };

/** The last rounds that fit. All cases show the same ones, so that each column is a round. */
function latest(cases: ReadonlyArray<readonly Piece[]>, room: number): Columns {
  const width = Math.max(0, ...cases.flat().map(({ text }) => text.length));
  const fit = Math.max(0, Math.floor(room / (width + 2)));
  const rounds = Math.max(...cases.map(({ length }) => length));
  return { first: Math.max(0, rounds - fit), width };
}
