import { elapsed } from '../../../core/text/format.ts';
import { isProblem, outageText, phaseTexts } from '../../../core/plan/ray-text.ts';
import { rayPhases, type RayPhase } from '../../../core/plan/ray.ts';
import type { RemotePass, RunningPass } from '../../../core/profile/state.ts';
import type { Milliseconds } from '../../../core/units.ts';
import { lengthOf, line, piece, type Line, type Piece } from '../../canvas/line.ts';
import type { Theme } from '../../canvas/theme.ts';
import { spinnerAt } from '../../canvas/spinner.ts';

export type PhasesView = {
  readonly pass: RunningPass;
  readonly now: Milliseconds;
};

/** The phases of a pass on Ray without workers yet, each with its time, and the note below or beside them. */
export function phaseLines(
  { pass, now }: PhasesView,
  room: { readonly width: number; readonly rows: number },
  theme: Theme,
): readonly Line[] {
  const steps = stepsOf(pass, now);
  const { width, rows } = room;
  const remark = remarkOf(pass.remote, now);
  const note = remark === undefined ? [] : [noteLine(remark)];
  const mark = spinnerAt(now, theme);
  if (rows > usual.length) {
    return [...steps.map((step) => stepRow(step, mark)), ...ahead(steps), ...indented(note)];
  }

  const parts = steps.map((step) => stepPart(step, mark));
  if (rows > note.length) {
    return [...packed(parts, width, rows - note.length), ...indented(note)];
  }

  const beside = note.flatMap((text) => line('   ', ...text));
  const present = parts.slice(-1).flat();
  return packed([...parts.slice(0, -1), [...present, ...beside]], width, 1);
}

/** What there is to say of a pass on a cluster now: an outage goes before a note. */
export const remarkOf = (
  pass: Pick<RemotePass, 'note' | 'outage'> | undefined,
  now: Milliseconds,
): string | undefined =>
  pass?.outage ? outageText(now - pass.outage.since, pass.outage.until - now) : pass?.note;

/** A problem is marked by "!", not by its colour alone. */
export const noteLine = (note: string): Line =>
  line(isProblem(note) ? piece(`! ${note}`, 'warning') : note);

const indented = (lines: readonly Line[]): readonly Line[] =>
  lines.map((text) => line('  ', ...text));

/** The phases of every pass: no other is to be expected. */
const usual = rayPhases.filter((phase) => phase !== 'stopping' && phase !== 'queued');

/** A phase that was reached, and its time so far. */
type Step = {
  readonly phase?: RayPhase;
  readonly text: string;
  readonly took: Milliseconds;
  readonly present: boolean;
};

function stepsOf({ remote, since }: RunningPass, now: Milliseconds): readonly Step[] {
  const phases = remote?.phases ?? [];
  return phases.length === 0
    ? [{ text: 'getting ready', took: now - since, present: true }]
    : phases.map(({ phase, since: began }, index) => ({
        phase,
        text: stepTexts[phase],
        took: (phases[index + 1]?.since ?? now) - began,
        present: index === phases.length - 1,
      }));
}

/** A running job without a started task is waiting. */
const stepTexts = { ...phaseTexts, running: 'waiting for a free CPU' };

const markOf = ({ present }: Step, mark: Piece): Line => (present ? line(mark, ' ') : line('  '));

/** "  submitting 0.1 s": the mark stands in the gap in front, so that no text moves. */
const stepPart = (step: Step, mark: Piece): Line =>
  line(...markOf(step, mark), `${step.text} ${elapsed(step.took)}`);

/** Wide enough for "99.9 s". */
const timeWidth = 6;

const stepRow = (step: Step, mark: Piece): Line =>
  line(...markOf(step, mark), `${elapsed(step.took).padStart(timeWidth)}  ${step.text}`);

/** The phases to come, unless the job is being stopped. */
function ahead(steps: readonly Step[]): readonly Line[] {
  const reached = Math.max(...steps.map(({ phase }) => (phase ? rayPhases.indexOf(phase) : -1)));
  return usual
    .filter((phase) => rayPhases.indexOf(phase) > reached)
    .map((phase) => line(piece(`${' '.repeat(timeWidth + 4)}${phaseTexts[phase]}`, 'faint')));
}

/** Side by side in at most `rows` rows. The first parts are dropped if they do not fit; the last one always stays. */
function packed(parts: readonly Line[], width: number, rows: number): readonly Line[] {
  const lines: Line[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const longer = last && [...last, piece(' '), ...part];
    if (longer && lengthOf(longer) <= width) {
      lines[lines.length - 1] = longer;
    } else {
      lines.push(part);
    }
  }

  return lines.length <= rows || parts.length === 1 ? lines : packed(parts.slice(1), width, rows);
}
