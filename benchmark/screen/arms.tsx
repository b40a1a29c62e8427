import { setTimeout } from 'node:timers/promises';
import type { Session } from '../../source/core/session/session.ts';
import type { Milliseconds } from '../../source/core/units.ts';
import { mount } from '../../source/ui/mount.tsx';
import type { Pair } from '../helpers/pairs.ts';
import type { Passes } from './passes.ts';

/** After this time the appearance or end of a screen no longer costs the next pass anything. */
const pause: Milliseconds = 200;

export type Arms = {
  /** CPU time of the main thread during each pass, by arm. */
  readonly spent: Readonly<Record<keyof Pair, readonly Milliseconds[]>>;
  /** The wall of one pass that starts when nothing else is running. */
  readonly quietly: (arm: keyof Pair, run: () => Promise<void>) => Promise<Milliseconds>;
};

export function openArms(session: Session): Arms {
  const spent: Record<keyof Pair, Milliseconds[]> = { ours: [], other: [] };
  return {
    spent,
    async quietly(arm, run) {
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
    },
  };
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

/** The output of the screen, and a listener for keys. */
export type Stage = {
  readonly stdout?: NodeJS.WriteStream;
  readonly onKey?: () => void;
};

/** Shows the real screen, from SETUP on. The terminal's other end presses enter; the screen quits after the pass. */
export async function screened({ session, settings }: Passes, stage: Stage = {}): Promise<void> {
  const ended = nextEnd(session);
  const { stdout = process.stdout, ...keys } = stage;
  const hands = { onInterrupt: () => process.exit(130), onSuspend() {}, ...keys };
  const { leave, left } = mount(
    { session, settings, ascii: false, ...hands },
    { stdout, stdin: process.stdin },
  );
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
