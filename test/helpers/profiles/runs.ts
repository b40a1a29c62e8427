import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Event } from '../../../source/core/profile/event.ts';
import { emptyJournal, append, recordingOf } from '../../../source/core/recording/journal.ts';
import { reportOf } from '../../../source/core/report/report-of.ts';
import { initialState, type State } from '../../../source/core/profile/state.ts';
import type { Run } from '../../../source/output/run-files/format.ts';
import { randomSession, statesAfter } from '../session/random-session.ts';

export type LiveRun = Run & {
  /** The state after every event of the recording. */
  readonly states: readonly State[];
};

/** The last profile in `events`, as its session would save it, with its states. */
export function liveRun(events: readonly Event[]): LiveRun {
  const end = events.findLastIndex(({ type }) => type === 'profile-finished') + 1;
  const kept = events.slice(0, end);
  const recording = recordingOf(kept.reduce(append, emptyJournal));
  const states = statesAfter(kept);
  const report = reportOf(states.at(-1) ?? initialState, '1.2.3');
  if (!recording || !report) {
    throw new Error('these events contain no finished profile');
  }

  return { recording, report, states: states.slice(-recording.events.length) };
}

/** The last profile of a made-up session. `startedAt` replaces its time. */
export const randomRun = (seed: number, startedAt?: string): LiveRun =>
  liveRun(
    randomSession(seed).map((event) =>
      event.type === 'profile-started' && startedAt ? { ...event, startedAt } : event,
    ),
  );

/** A folder that is removed when its test ends. */
export async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fibtui-runs-'));
  t.after(async () => rm(folder, { recursive: true, force: true }));
  return folder;
}
