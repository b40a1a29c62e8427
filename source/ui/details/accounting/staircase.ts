import { duration, percent } from '../../../core/text/format.ts';
import type { Phase } from '../../../core/report/losses/ray-account.ts';
import type { Milliseconds } from '../../../core/units.ts';
import { line, piece, type Line } from '../../canvas/line.ts';
import type { Bar } from '../../canvas/meter.ts';
import type { Theme } from '../../canvas/theme.ts';

/** "   40 %". */
const shareWidth = 7;

/** Consecutive phases on one axis: each bar starts where the previous one ends. Phases without computing are drawn light. */
export function staircase(
  phases: readonly Phase[],
  { glyph: computing, tone, width }: Bar,
  theme: Theme,
): readonly Line[] {
  const label = Math.max(...phases.map(({ name }) => name.length)) + 2;
  const times = phases.map(({ took }) => duration(took));
  const timeWidth = Math.max(10, ...times.map(({ length }) => length + 2));
  const cells = Math.max(0, width - label - timeWidth - shareWidth);
  const whole = phases.reduce((sum, { took }) => sum + took, 0);
  return phases.map((phase, index) => {
    const before = phases.slice(0, index).reduce((sum, { took }) => sum + took, 0);
    const { start, filled } = stepOf({ before, took: phase.took, whole }, cells);
    const glyph = phase.computing ? computing : theme.overhead;
    return line(
      phase.name.padEnd(label),
      piece(theme.rest.repeat(start), 'faint'),
      piece(glyph.repeat(filled), tone),
      piece(theme.rest.repeat(cells - start - filled), 'faint'),
      (times[index] ?? '').padStart(timeWidth),
      percent(whole > 0 ? phase.took / whole : 0).padStart(shareWidth),
    );
  });
}

type Step = Readonly<Record<'before' | 'took' | 'whole', Milliseconds>>;

/** A phase that took any time at all fills at least one cell. */
function stepOf({ before, took, whole }: Step, cells: number) {
  const at = (time: Milliseconds) => (whole > 0 ? Math.round((time / whole) * cells) : 0);
  const wanted = at(before + took) - at(before);
  const filled = took > 0 ? Math.min(Math.max(wanted, 1), cells) : 0;
  return { start: Math.min(at(before), cells - filled), filled };
}
