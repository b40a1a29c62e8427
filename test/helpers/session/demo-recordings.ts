import type { Event } from '../../../source/core/profile/event.ts';
import { caseOf } from '../../../source/core/plan/plan.ts';
import { planOf } from '../../../source/core/plan/plan-of.ts';
import type { Recording } from '../../../source/core/recording/recording.ts';
import type { Milliseconds } from '../../../source/core/units.ts';
import { demoSettings, tinySize } from '../../../source/session/demo/script.ts';
import { finished } from '../profiles/profiles.ts';
import { calibration, machineOf } from '../screens/ui-states.ts';

/** The events before the first run of a session on two CPUs. */
const scene: readonly Event[] = [
  { type: 'machine-detected', machine: machineOf(2), at: 0 },
  { type: 'calibrated', calibration, at: 500 },
];

/** The runs of the script, with passes of length `wall`; the second begins some seconds after the first. */
export function demoRecordings(wall: Milliseconds = 1500): readonly [Recording, Recording] {
  const first = recordingOf(demoSettings.size, wall, { scene, at: 1000 });
  const end = first.events.at(-1)!.at;
  const load: Event = { type: 'load-sampled', load: [{ cpu: 0, busy: 0.25 }], at: end + 3000 };
  return [first, recordingOf(tinySize, 10, { scene: [...scene, load], at: end + 9000 })];
}

function recordingOf(
  size: number,
  wall: Milliseconds,
  { scene, at: began }: Pick<Recording, 'scene'> & { readonly at: Milliseconds },
): Recording {
  const plan = planOf({ ...demoSettings, size }, { cpus: 2, calibration });
  let at = began + 2000;
  const passes = plan.passes.flatMap((pass): readonly Event[] => [
    { type: 'pass-started', pass, at },
    {
      type: 'workers-sampled',
      workers: Array.from({ length: caseOf(plan, pass).workers }, () => ({ share: 0.5, tasks: 1 })),
      at: at + wall / 2,
    },
    { type: 'pass-finished', pass, outcome: finished(caseOf(plan, pass), wall), at: (at += wall) },
  ]);
  return {
    scene,
    events: [
      { type: 'profile-started', plan, startedAt: '2026-11-23T10:00:00.000Z', at: began },
      ...passes,
      { type: 'profile-finished', interrupted: false, at: at + 5 },
    ],
  };
}
