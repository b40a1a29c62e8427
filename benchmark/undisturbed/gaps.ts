import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spansFrom } from '../../source/core/profile/build-spans.ts';
import type { ProfileState } from '../../source/core/profile/state.ts';
import type { Spans } from '../../source/core/profile/spans.ts';
import { reportOf } from '../../source/core/report/report-of.ts';
import { defaultSettings, type Settings } from '../../source/core/plan/settings.ts';
import { median } from '../../source/core/statistics.ts';
import { duration } from '../../source/core/text/format.ts';
import type { Milliseconds } from '../../source/core/units.ts';
import { forked } from '../../source/host/parent/forked.ts';
import type { Session } from '../../source/core/session/session.ts';
import { openSession } from '../../source/session/live/session.ts';
import { saveRun } from '../../source/output/run-files/save.ts';
import { profileStateWith, machineWith } from '../../test/helpers/profiles/profiles.ts';
import { runToEnd } from '../../test/helpers/session/run-to-end.ts';
import { liveRun } from '../../test/helpers/profiles/runs.ts';
import { atMost, type Bar } from '../helpers/bars.ts';

/** About a second and a half in one worker: more threads than CPUs would say nothing. */
const settings: Settings = {
  ...defaultSettings,
  workload: 'pair',
  size: 5000,
  tasks: 8000,
  rounds: 1,
  engines: ['local'],
};

const many = 1_000_000;

/** What happens in this process while a pass runs in the other one. */
const disturbances = {
  'a report of a million tasks': () => void reportOf({ profile: ofMany() }, 'benchmark'),
  'a full disk': () => void saveOnFullDisk(),
  'a garbage collection': collectGarbage,
} as const;

/**
 * The longest gap between two tasks: of passes that are disturbed the median, which must lie within the range of those
 * that are not. Their longest would be compared with a longest of as many, which is above it every other time.
 */
export async function longestGaps(runs: number): Promise<readonly Bar[]> {
  const session = openSession({
    version: 'benchmark',
    libraries: {},
    ray: { environment: {}, home: '' },
    openHost: forked([]),
  });
  const alone: Milliseconds[] = [];
  const disturbed = new Map<string, Milliseconds[]>();
  for (let run = 0; run < runs; run++) {
    alone.push(await longestGap(session, () => {}));
    for (const [what, disturb] of Object.entries(disturbances)) {
      disturbed.set(what, [...(disturbed.get(what) ?? []), await longestGap(session, disturb)]);
    }
  }

  await session.close();
  const longest = Math.max(...alone);
  console.log(`alone                        ${alone.map(duration).join(', ')}`);
  return [...disturbed].map(([what, gaps]) => {
    console.log(`${what.padEnd(28)} ${gaps.map(duration).join(', ')}`);
    return atMost(`the longest gap of the typical pass with ${what}`, median(gaps), {
      most: longest,
      show: duration,
    });
  });
}

/** Runs one pass, and disturbs it once it has begun. */
async function longestGap(session: Session, disturb: () => void): Promise<Milliseconds> {
  let isDisturbed = false;
  const stop = session.subscribe(() => {
    const activity = session.state().profile?.activity;
    if (!isDisturbed && activity?.type === 'running' && activity.workers.length > 0) {
      isDisturbed = true;
      disturb();
    }
  });
  await runToEnd(session, settings);
  stop();
  const outcome = session.state().profile?.passes[0]?.outcome;
  if (outcome?.status !== 'finished' || !isDisturbed) {
    throw new Error(`A pass did not finish, or was not disturbed: ${JSON.stringify(outcome)}`);
  }

  return gapIn(outcome.spans);
}

function gapIn({ count, start, end }: Spans): Milliseconds {
  let longest = 0;
  for (let task = 1; task < count; task++) {
    longest = Math.max(longest, start[task]! - end[task - 1]!);
  }

  return longest;
}

/** A finished profile of a million tasks a pass, another one each time: reports are kept. */
function ofMany(): ProfileState {
  const walls = { local: [many], pool: [many] };
  const profile = profileStateWith({ walls, under: { machine: machineWith() } });
  return { ...profile, passes: profile.passes.map((ended) => ({ ...ended, outcome })) };
}

const outcome = {
  status: 'finished',
  wall: many,
  spans: spansFrom(many, (task) => ({
    task,
    worker: task % 2,
    start: task,
    end: task + 1,
    digest: 'a',
  })),
} as const;

/** As many samples of workers as a recording keeps at most. */
const kept = Array.from({ length: 250_000 }, (_, tasks) => ({ tasks, time: { run: tasks + 0.5 } }));

/** Looks through all that is kept, and collects what is not. */
function collectGarbage(): void {
  globalThis.gc?.();
  if (kept.length === 0) {
    throw new Error('Nothing is kept.');
  }
}

const disk = mkdtempSync(join(tmpdir(), 'fibtui-full-'));
// Needs root, as every mount does.
execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'none', disk]);
process.once('exit', () => {
  execFileSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true });
});

/** Runs the disk full with the times of a million tasks. */
async function saveOnFullDisk(): Promise<void> {
  const { plan, startedAt } = profileStateWith({ walls: { local: [many] } });
  const [pass] = plan.passes;
  const saved = await saveRun(
    disk,
    liveRun([
      { type: 'machine-detected', machine: machineWith(), at: 0 },
      { type: 'profile-started', plan, startedAt, at: 1 },
      { type: 'pass-started', pass: pass!, at: 2 },
      { type: 'pass-finished', pass: pass!, outcome, at: 3 },
      { type: 'profile-finished', interrupted: false, at: 4 },
    ]),
  );
  if (saved.status !== 'failed' || !saved.failure.message.includes('full')) {
    throw new Error(`The disk is not full: ${JSON.stringify(saved)}`);
  }
}
