import type { Milliseconds } from '../../source/core/units.ts';
import type { Look } from './thread.ts';

/** A thread at work, from its waking to its falling asleep, as the looks around both tell. */
export type Spell = {
  readonly from: Milliseconds;
  readonly to: Milliseconds;
  readonly onCpu: Milliseconds;
  readonly waiting: Milliseconds;
};

/** A worker that sleeps shorter than this still has the same pass to do; the next crew takes longer to build. */
const shortestRest: Milliseconds = 30;

export type SpellWatch = {
  readonly see: (look: Look) => void;
  readonly spells: () => readonly Spell[];
};

/** Makes spells of work of all that is seen of one thread. */
export function watchSpells(): SpellWatch {
  const ended: Spell[] = [];
  let rested: Look | undefined;
  let woken: Look | undefined;
  let latest: Look | undefined;

  const settle = () => {
    if (woken && latest) {
      ended.push(spellOf(rested ?? woken, woken, latest));
    }

    [rested, woken, latest] = [latest ?? rested, undefined, undefined];
  };

  return {
    see(look) {
      if (latest?.asleep && look.at - latest.at >= shortestRest) {
        settle();
      }

      if (!look.asleep) {
        woken ??= look;
        latest = look;
      } else if (!woken) {
        rested = look;
      } else if (!latest?.asleep) {
        latest = look;
      }
    },
    spells() {
      settle();
      return ended;
    },
  };
}

/** A sleeping thread's account stands still: what it shows before and after frames the spell exactly. */
const spellOf = (rested: Look, woken: Look, end: Look): Spell => ({
  from: woken.at,
  to: end.at,
  onCpu: end.onCpu - rested.onCpu,
  waiting: end.waiting - rested.waiting,
});
