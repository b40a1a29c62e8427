import { clock, count } from '../../core/format.ts';
import { remainingTime } from '../../core/remaining.ts';
import type { ProfileState } from '../../core/state.ts';
import { contentWidth, type Picture, type Room } from '../frame.ts';
import { line, piece, spaced, type Line } from '../line.ts';
import type { Theme } from '../theme.ts';
import type { Cancelling } from '../controls.ts';
import { bare, type Zone } from '../zone.ts';
import { cpuZone } from '../zones/cpu.ts';
import { headlineRows, type HeadlineView } from '../zones/headline.ts';
import { soFarZone } from '../zones/so-far.ts';
import { workersZone } from '../zones/workers.ts';

export type RunView = HeadlineView & { readonly cancelling: Cancelling };

export function runPicture(view: RunView, room: Room, theme: Theme): Picture {
  const width = contentWidth(room);
  const { state, profile } = view;
  return {
    trail: ['setup', 'RUN', 'results'],
    zones: [
      aboveZone(view, width, theme),
      workersZone(profile, width, theme, 2),
      cpuZone(state, width, theme, 3),
      soFarZone(profile, width, theme),
      failureZone(profile, width),
    ],
    keys: keysLine(view),
  };
}

/** What stays on the screen at every size: where the run stands, and the engines' bars. */
function aboveZone(view: RunView, width: number, theme: Theme): Zone {
  const info = infoLine(view, width);
  const bars = headlineRows(view, width, theme);
  return {
    title: [],
    priority: 1,
    variants: [bare([info, [], ...bars]), bare([info, ...bars])],
  };
}

function infoLine({ state, profile, now }: RunView, width: number): Line {
  const { plan, activity, began } = profile;
  const round =
    activity.type === 'running'
      ? activity.pass.round
      : activity.type === 'ended'
        ? plan.repeats
        : 0;
  const left = remainingTime(state, profile, now);
  return spaced(
    [
      line(piece(`RUN ${round}/${plan.repeats}`, 'strong')),
      line(`elapsed ${clock(now - began).padStart(6)}`),
      line(`ETA ${clock(left).padStart(6)}`),
      line(`n ${count(plan.size)}`),
      line(`N ${count(plan.tasks)}`),
      line(`P ${Math.max(...plan.cases.map(({ workers }) => workers))}`),
      line(plan.workload),
    ],
    width,
  );
}

/** One row that is always kept for the latest failure. */
function failureZone({ passes }: ProfileState, width: number): Zone {
  const failed = passes.findLast(({ outcome }) => outcome.status === 'failed');
  const text =
    failed?.outcome.status === 'failed'
      ? `! round ${failed.pass.round}: ${failed.outcome.failure.message}`
      : '';
  const lines = [line(piece(text.slice(0, width), 'warning'))];
  return { title: [], priority: 0, variants: [bare(lines)] };
}

function keysLine({ cancelling }: RunView): Line {
  switch (cancelling) {
    case 'no':
      return line('esc cancel, keeps finished repeats  ctrl+c quit');
    case 'asking':
      return line(piece('esc again cancels and keeps the rest, any other key goes on', 'warning'));
    case 'stopping':
      return line(piece('stopping: the workers are coming to rest', 'warning'));
  }
}
