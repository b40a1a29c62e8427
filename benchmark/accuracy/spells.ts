import type { Milliseconds } from '../../source/core/units.ts';
import type { Look } from './thread.ts';

/** A spell of work of a thread, from its waking to its falling asleep, by the looks around both. */
export type Spell = {
  readonly from: Milliseconds;
  readonly to: Milliseconds;
  readonly onCpu: Milliseconds;
  readonly waiting: Milliseconds;
};

/** A worker that sleeps less than this is still in the same pass: starting the next crew takes longer. */
const shortestRest: Milliseconds = 30;

export type SpellWatch = {
  readonly see: (look: Look) => void;
  readonly spells: () => readonly Spell[];
};

/** Turns the looks at one thread into spells of work. */
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

/** The account of a sleeping thread does not change, so the readings before and after enclose the spell exactly. */
const spellOf = (rested: Look, woken: Look, end: Look): Spell => ({
  from: woken.at,
  to: end.at,
  onCpu: end.onCpu - rested.onCpu,
  waiting: end.waiting - rested.waiting,
});
