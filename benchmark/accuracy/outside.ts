import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Milliseconds } from '../../source/core/units.ts';
import { watchSpells, type Spell, type SpellWatch } from './spells.ts';
import { openThread, type Thread } from './thread.ts';

const period: Milliseconds = 1;
/** Looks between two updates of the list of threads. */
const looksPerList = 20;
/** The name that Node gives to a worker's thread. */
const workerName = 'WorkerThread';

type Watched = Thread & SpellWatch;

/** Watches the workers of a process until it ends. Returns the spells of each worker, in the order of their start. */
export async function watchWorkers(pid: number): Promise<readonly (readonly Spell[])[]> {
  const seen = new Map<string, Watched>();
  for (let looks = 0; ; looks++) {
    if (looks % looksPerList === 0 && !list(pid, seen)) {
      break;
    }

    for (const { look, see } of seen.values()) {
      const found = look();
      if (found) {
        see(found);
      }
    }

    await setTimeout(period);
  }

  seen.forEach(({ close }) => close());
  return [...seen.values()].map(({ spells }) => spells());
}

/** Adds new workers; returns false when the process has ended. */
function list(pid: number, seen: Map<string, Watched>): boolean {
  const tasks = `/proc/${pid}/task`;
  const ids = listed(tasks);
  for (const id of ids.filter((id) => !seen.has(id))) {
    const worker = open(`${tasks}/${id}`);
    if (worker) {
      seen.set(id, worker);
    }
  }

  return ids.length > 0;
}

function listed(tasks: string): readonly string[] {
  try {
    return readdirSync(tasks);
  } catch {
    return [];
  }
}

/** Undefined if the thread is not a worker, or has ended. */
function open(folder: string): Watched | undefined {
  try {
    const worker = readFileSync(`${folder}/comm`, 'latin1').trim() === workerName;
    return worker ? { ...openThread(folder), ...watchSpells() } : undefined;
  } catch {
    return undefined;
  }
}
