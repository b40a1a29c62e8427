import { writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { Session } from '../../source/core/session.ts';
import type { Milliseconds } from '../../source/core/units.ts';
import type { WorkloadName } from '../../source/core/workload.ts';
import { mount } from '../../source/ui/mount.tsx';
import { interleave } from '../helpers/pairs.ts';
import { openPasses, type Passes } from './passes.ts';

// In a terminal: passes with the screen and without it, in turns. The results go to a file, for the screen is taken.

const [workload, workers, runs, file = ''] = process.argv.slice(2);

/** So long after a screen came or went, the next pass has nothing of it left to pay for. */
const pause: Milliseconds = 200;

/** CPU time of the main thread from the beginning of a pass to its end, by arm. */
const spent: Record<'ours' | 'other', Milliseconds[]> = { ours: [], other: [] };

const passes = await openPasses({ workload: workload as WorkloadName, workers: Number(workers) });
const { session, settings } = passes;
const pairs = await interleave(
  { runs: Number(runs), warmUps: 1 },
  async () => quietly('ours', async () => screened(passes)),
  async () => quietly('other', async () => session.start(await session.prepare(settings))),
);
await writeFile(file, JSON.stringify({ tasks: settings.tasks, pairs, spent }));
process.exit();

/** The wall of one pass that begins with nothing else to do. */
async function quietly(arm: keyof typeof spent, run: () => Promise<void>): Promise<Milliseconds> {
  await setTimeout(pause);
  globalThis.gc?.();
  const unsubscribe = watchMainThread(session, (time) => spent[arm].push(time));
  await run();
  unsubscribe();
  const outcome = session.state().profile?.passes.at(-1)?.outcome;
  if (outcome?.status !== 'finished') {
    throw new Error(`A pass did not finish: ${JSON.stringify(outcome)}`);
  }

  return outcome.wall;
}

function watchMainThread({ state, subscribe }: Session, tell: (time: Milliseconds) => void) {
  let before: NodeJS.CpuUsage | undefined;
  return subscribe(() => {
    const { type } = state().profile?.activity ?? {};
    if (type === 'running') {
      before ??= process.threadCpuUsage();
    } else if (type === 'ended' && before) {
      const { user, system } = process.threadCpuUsage(before);
      tell((user + system) / 1000);
      before = undefined;
    }
  });
}

/** The real screen, from SETUP on: whoever sits at the terminal presses enter, and it is left when the pass is over. */
async function screened({ session, settings }: Passes): Promise<void> {
  const ended = nextEnd(session);
  const [onInterrupt, onSuspend] = [() => process.exit(130), () => {}];
  const { leave, left } = mount({ session, settings, ascii: false, onInterrupt, onSuspend });
  await ended;
  leave();
  await left;
}

async function nextEnd({ state, subscribe }: Session): Promise<void> {
  const before = state().profile;
  return new Promise((resolve) => {
    const unsubscribe = subscribe(() => {
      const { profile } = state();
      if (profile !== before && profile?.activity.type === 'ended') {
        unsubscribe();
        resolve();
      }
    });
  });
}
