import type { ProfileState, State } from '../../core/profile/state.ts';
import type { Milliseconds } from '../../core/units.ts';
import { contentWidth, type Picture, type Room } from '../canvas/frame.ts';
import type { Theme } from '../canvas/theme.ts';
import { infoZone, progressZone } from './info.ts';
import { cpusZone, hasGraphs, isLarge } from './cpus.ts';
import { loadZone } from './load.ts';
import { runKeys, type Cancelling } from './run-keys.ts';
import { workersRoom } from './run-room.ts';
import { soFarZone } from './so-far.ts';
import { trustZone } from './trust.ts';
import { pageCountIn } from './workers/worker-set-layout.ts';
import { workerTimeZone } from './workers/worker-time.ts';
import { workersZone } from './workers/workers.ts';

export type RunView = {
  readonly state: State;
  readonly profile: ProfileState;
  readonly now: Milliseconds;
  readonly cancelling: Cancelling;
  /** The page of the workers, from 0. Beyond the last one, the last is shown. */
  readonly page?: number;
  /** Whether `d` asked for the details: where the workers' time goes, each worker's CPU, each CPU by itself. */
  readonly detailed?: boolean;
};

export function runPicture(view: RunView, room: Room, theme: Theme): Picture {
  const width = contentWidth(room);
  const { state, profile, now, cancelling, page = 0, detailed = false } = view;
  const { activity, plan } = profile;
  const ofWorkers = workersRoom(plan, room);
  const cpus = state.machine?.usable.count;
  const load = { state, profile, detailed };
  return {
    trail: ['setup', 'RUN', 'results'],
    zones: {
      info: infoZone({ profile, now, cluster: state.cluster }, width),
      progress: progressZone({ profile, now }, width, theme),
      soFar: soFarZone({ profile, now }, width, theme),
      workers: workersZone(
        { profile, now, cluster: state.cluster, cpus, page, detailed: detailed || isLarge(room) },
        ofWorkers,
        theme,
      ),
      workerTime: workerTimeZone({ activity, detailed, large: isLarge(room) }, width, theme),
      load: loadZone({ ...load, apart: hasGraphs(load, room) }, room, theme),
      cpus: cpusZone(load, room, theme),
      trust: trustZone({ state, profile }, width, theme),
    },
    keys: runKeys({ cancelling, activity, pages: pageCountIn(profile, ofWorkers) }, room),
  };
}
