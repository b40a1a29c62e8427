import { createLatestCache } from '../../core/latest-cache.ts';
import type { TrustLine } from '../../core/report/trust/trust-lines.ts';
import { trustSoFar } from '../../core/report/trust-so-far.ts';
import { stoppedTexts } from '../../core/profile/stopped-text.ts';
import type { ProfileState, State } from '../../core/profile/state.ts';
import { cut } from '../../core/text/cut.ts';
import { line, piece, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, later, ruled, type Zone } from '../canvas/zone.ts';
import { marginOf } from '../parts/margin.ts';
import { trustLabel, trustRow } from '../parts/trust.ts';
import { priorities } from './priorities.ts';

export type RunTrustView = { readonly state: State; readonly profile: ProfileState };

/** What to think of the numbers so far; instead of it that nothing goes on at all, or the latest failure. */
export function trustZone(view: RunTrustView, width: number, theme: Theme): Zone {
  const trust = trustSoFar(view.state, view.profile);
  const inputs = [view.state.stopped, view.profile.passes, width, theme];
  return zones(trust, inputs, () => drawnZone(trust, view, { width, theme }));
}

/** Passes end rarely. */
const zones = createLatestCache<readonly TrustLine[], Zone>();

type Look = { readonly width: number; readonly theme: Theme };

function drawnZone(trust: readonly TrustLine[], view: RunTrustView, { width, theme }: Look): Zone {
  const margin = marginOf(width);
  const inner = width - margin.length;
  const rows = [line(margin, ...(problemOf(view, inner) ?? trustRow(trust, inner, theme)))];
  return {
    title: line(trustLabel),
    priority: 0,
    variants: [later(priorities.trustRule, ruled(rows)), bare(rows)],
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
