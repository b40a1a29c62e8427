import type { Event } from '../../../source/core/profile/event.ts';
import type { Recording } from '../../../source/core/recording/recording.ts';
import { machineWith, profileStateWith } from './profiles.ts';

const failure = { code: 'failed', message: 'It failed.', hint: 'Do something.' };

/** A recording of so many passes, all of which fail. */
export function failedPasses(count: number): Recording {
  const { plan, startedAt } = profileStateWith({ walls: { local: [1] } });
  const passes = Array.from({ length: count }, (_, index) => ({
    index,
    round: index + 1,
    case: 'local',
  }));
  const ran = passes.flatMap((pass): readonly Event[] => [
    { type: 'pass-started', pass, at: 2 * pass.index },
    { type: 'pass-finished', pass, outcome: { status: 'failed', failure }, at: 2 * pass.index + 1 },
  ]);
  return {
    scene: [{ type: 'machine-detected', machine: machineWith(), at: 0 }],
    events: [
      { type: 'profile-started', plan: { ...plan, rounds: count, passes }, startedAt, at: 0 },
      ...ran,
      { type: 'profile-finished', interrupted: false, at: 2 * count },
    ],
  };
}
