import type { TimeCells } from '../../core/profile/load-history.ts';
import { caseOf } from '../../core/plan/plan.ts';
import { runningPass, type ProfileState, type RanFor } from '../../core/profile/state.ts';
import type { EngineName } from '../../core/plan/settings.ts';
import { line, piece, type Line, type Piece } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { lookOf } from './engine-look.ts';

/** Which case ran in which cells of a graph over time: "└ local ┘└ p ┘", and what a letter stands for. */
export type PassMarks = { readonly row: Line; readonly legend: string };

export function passMarks(profile: ProfileState, cells: TimeCells, theme: Theme): PassMarks {
  const marks = passesOf(profile).flatMap((pass) => placedIn(cells, pass));
  let used = 0;
  const row: Piece[] = [];
  for (const mark of marks) {
    const from = Math.max(used, mark.from);
    row.push(piece(' '.repeat(from - used)), ...drawn({ ...mark, from }, theme));
    used = Math.max(from, mark.to);
  }

  const short = new Set(marks.filter(isShort).map(({ id }) => `${id[0]}: ${id}`));
  return { row: line(...row), legend: [...short].join('  ') };
}

type Ran = Pick<RanFor, 'from'> & {
  /** Absent while it runs. */
  readonly to?: number;
  readonly id: string;
  readonly engine: EngineName;
};

function passesOf(profile: ProfileState): readonly Ran[] {
  const running = runningPass(profile);
  return [
    ...profile.passes.flatMap(({ pass, ran }) => {
      const { id, engine } = caseOf(profile.plan, pass);
      return ran ? [{ ...ran, id, engine }] : [];
    }),
    ...(running ? [{ from: running.since, id: running.case.id, engine: running.case.engine }] : []),
  ];
}

type Mark = {
  readonly id: string;
  readonly engine: EngineName;
  /** Cells; `to` is one past the last. */
  readonly from: number;
  readonly to: number;
  /** Whether it begins and ends within the graph. */
  readonly begins: boolean;
  readonly ends: boolean;
};

/** Nothing for a pass that is out of sight, or takes less than half a cell. */
function placedIn(
  { length, first, count }: TimeCells,
  { from, to = Number.POSITIVE_INFINITY, id, engine }: Ran,
): readonly Mark[] {
  const [start, end] = [Math.round(from / length) - first, Math.round(to / length) - first];
  const mark = { id, engine, from: Math.max(0, start), to: Math.min(count, end) };
  return mark.to > mark.from ? [{ ...mark, begins: start >= 0, ends: end <= count }] : [];
}

const roomIn = ({ from, to, begins, ends }: Mark): number =>
  to - from - (begins ? 1 : 0) - (ends ? 1 : 0);

const isShort = (mark: Mark): boolean => roomIn(mark) >= 1 && roomIn(mark) < mark.id.length;

function drawn(mark: Mark, theme: Theme): Line {
  const { id, engine, begins, ends, from, to } = mark;
  const { stretch } = theme;
  if (to - from <= 1) {
    return [piece(begins && ends ? stretch.both : begins ? stretch.from : stretch.to, 'frame')];
  }

  const room = roomIn(mark);
  const name = room < id.length ? id.slice(0, Math.min(room, 1)) : id;
  const before = Math.floor((room - name.length) / 2);
  return [
    piece(begins ? stretch.from : '', 'frame'),
    piece(' '.repeat(before)),
    piece(name, lookOf(engine, theme).tone),
    piece(' '.repeat(room - before - name.length)),
    piece(ends ? stretch.to : '', 'frame'),
  ];
}
