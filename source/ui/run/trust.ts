import { trustSoFar } from '../../core/report/trust-so-far.ts';
import { trustLevels, type TrustLine } from '../../core/report/trust/trust-lines.ts';
import { stoppedTexts } from '../../core/profile/stopped-text.ts';
import type { ProfileState, State } from '../../core/profile/state.ts';
import { cut } from '../../core/text/cut.ts';
import { line, piece, spaced, type Line } from '../canvas/line.ts';
import type { Theme, Tone } from '../canvas/theme.ts';
import { bare, later, ruled, type Zone } from '../canvas/zone.ts';
import { marginOf } from '../parts/margin.ts';
import { priorities } from './priorities.ts';

export type RunTrustView = { readonly state: State; readonly profile: ProfileState };

/** What to think of the numbers so far; instead of it that nothing goes on at all, or the latest failure. */
export function trustZone(view: RunTrustView, width: number, theme: Theme): Zone {
  const margin = marginOf(width);
  const problem = problemOf(view, width - margin.length);
  const row =
    problem ?? trustRow(trustSoFar(view.state, view.profile), width - margin.length, theme);
  return {
    title: line('TRUST'),
    priority: 0,
    variants: [
      later(priorities.trustRule, ruled([line(margin, ...row)])),
      bare([line(margin, ...row)]),
    ],
  };
}

function problemOf({ state: { stopped }, profile }: RunTrustView, width: number): Line | undefined {
  const texts = stopped ? stoppedTexts(stopped) : failureTexts(profile);
  const text = texts.find(({ length }) => length + 2 <= width) ?? texts.at(-1);
  return text === undefined ? undefined : line(piece(cut(`! ${text}`, width), 'warning'));
}

function failureTexts({ passes }: ProfileState): readonly string[] {
  const failed = passes.findLast(({ outcome }) => outcome.status === 'failed');
  return failed?.outcome.status === 'failed'
    ? [`round ${failed.pass.round}: ${failed.outcome.failure.message}`]
    : [];
}

/** Worst first, as many as fit, up to the colon of each. */
function trustRow(trust: readonly TrustLine[], width: number, theme: Theme): Line {
  const known = trustLevels.flatMap((level) =>
    level === 'unknown' ? [] : trust.filter((found) => found.level === level),
  );
  return known.length === 0
    ? line(piece('not reported on this machine', 'quiet'))
    : spaced(
        known.map(({ level, text }) => line(markOf(level, theme), ` ${text.replace(/:.*/, '')}`)),
        width,
      );
}

const tones: Readonly<Record<TrustLine['level'], Tone>> = {
  warn: 'warning',
  note: 'note',
  ok: 'good',
  unknown: 'quiet',
};

const markOf = (level: TrustLine['level'], { marks }: Theme) =>
  piece(level === 'ok' ? marks.good : marks.note, tones[level]);
