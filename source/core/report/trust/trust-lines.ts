import { cpusText } from '../../machine/capacity.ts';
import { clockFall } from '../../machine/clock-fall.ts';
import { celsius, clockRate, finePercent, percent, plusMinus } from '../../text/format.ts';
import type { Governor } from '../../machine/machine.ts';
import type { Share } from '../../units.ts';

export type TrustName =
  | 'other-load'
  | 'steal'
  | 'throttling'
  | 'governor'
  | 'clock'
  | 'temperature'
  | 'spread'
  | 'screen';

/** From the worst to the one that says nothing. */
export const trustLevels = ['warn', 'note', 'ok', 'unknown'] as const;

/** `note`: a circumstance that is worth knowing; `warn`: the numbers may be off by more than they say. */
export type TrustLevel = (typeof trustLevels)[number];

export type TrustLine = {
  readonly name: TrustName;
  readonly level: TrustLevel;
  /** What is the case, and behind a colon what that means, where it means something. */
  readonly text: string;
};

/** Undefined of no line. */
export const worstLevel = (lines: readonly TrustLine[]): TrustLevel | undefined =>
  trustLevels.find((level) => lines.some((found) => found.level === level));

type Limits = { readonly note: number; readonly warn: number };

/** The least difference that counts in a verdict is 2 %: what may move a wall by more than a few of those is noted. */
const limits = {
  /** So much of the CPUs that others take is lost to a pool that fills them. A desktop that is left alone has 1–3 %. */
  otherLoad: { note: 0.05, warn: 0.15 },
  /** Time that is not there at all; half of the 2 %, and more than twice as much. */
  steal: { note: 0.01, warn: 0.05 },
  /** Any at all says that the quota is felt; a hundredth stretches single passes by whole periods of the quota. */
  throttling: { note: Number.MIN_VALUE, warn: 0.01 },
  /** Processors slow down at 95–105 °C, and boost less from ten degrees below that. */
  temperature: { note: 85, warn: 95 },
  /** Two medians that far apart are told apart; beyond, five repeats tell next to nothing. */
  spread: { note: 0.05, warn: 0.15 },
  /** Of one CPU. It draws between the tasks of a pool that fills the CPUs. */
  screen: { note: 0.02, warn: 0.05 },
} as const satisfies Record<string, Limits>;

const levelOf = (value: number, { note, warn }: Limits): TrustLevel => {
  if (value >= warn) {
    return 'warn';
  }

  return value >= note ? 'note' : 'ok';
};

const unknown = (name: TrustName, what: string, why = 'the system does not tell'): TrustLine => ({
  name,
  level: 'unknown',
  text: `${what}: ${why}`,
});

/** The meaning is left out where all is well. */
const lineOf = (name: TrustName, level: TrustLevel, what: string, meaning: string): TrustLine => ({
  name,
  level,
  text: level === 'ok' ? what : `${what}: ${meaning}`,
});

/** `where`: in whose passes, absent before a run; `why` it is unknown. */
export function otherLoadLine(others: Share | undefined, where?: string, why?: string): TrustLine {
  return others === undefined
    ? unknown('other-load', 'other load', why)
    : lineOf(
        'other-load',
        levelOf(others, limits.otherLoad),
        `other load ${percent(others)}`,
        `of the usable CPUs${during(where)}; end what else runs`,
      );
}

export function stealLine(stolen: Share | undefined, where?: string, why?: string): TrustLine {
  if (stolen === undefined) {
    return unknown('steal', 'steal', why);
  }

  const meaning = `the hypervisor gave the CPUs to others${during(where)}`;
  // What reads as 0.0 % is none.
  return lineOf(
    'steal',
    levelOf(stolen, limits.steal),
    stolen < 0.0005 ? 'no steal' : `steal ${finePercent(stolen)}`,
    meaning,
  );
}

/** What a quota may do, before a run; `quota`: CPUs that the control group grants, if it bounds them. */
export const quotaLine = (quota: number | undefined): TrustLine =>
  quota === undefined
    ? unthrottled
    : unknown('throttling', 'throttling', `${granted(quota)}; seen while a pass runs`);

/** What it did. */
export function throttlingLine(
  throttled: Share | undefined,
  quota: number | undefined,
  where?: string,
): TrustLine {
  if (quota === undefined) {
    return unthrottled;
  }

  return throttled === undefined
    ? unknown(
        'throttling',
        'throttling',
        `${granted(quota)}; the system does not tell what it does`,
      )
    : lineOf(
        'throttling',
        levelOf(throttled, limits.throttling),
        throttled > 0 ? `throttled ${finePercent(throttled)}` : unthrottled.text,
        `held back${during(where)}; ${granted(quota)}`,
      );
}

const unthrottled: TrustLine = { name: 'throttling', level: 'ok', text: 'no throttling' };

const granted = (quota: number): string => `there is a quota of ${cpusText(quota)}`;

const during = (where: string | undefined): string =>
  where === undefined ? '' : ` in a typical pass of ${where}`;

/** To these drivers `powersave` is a governor that goes up to the highest clock as the load asks for it. */
const scalingDrivers = new Set(['intel_pstate', 'amd-pstate-epp']);

export function governorLine(governor: Governor | undefined): TrustLine {
  if (!governor) {
    return unknown('governor', 'governor');
  }

  const { names, driver } = governor;
  const what = `governor ${names.join(', ')}`;
  if (names.includes('powersave') && !scalingDrivers.has(driver)) {
    return lineOf('governor', 'warn', what, 'it holds the clock at its lowest');
  }

  const steady = names.every((name) => name === 'performance');
  const meaning = 'the clock follows the load, and a pass may begin at a low one';
  return lineOf('governor', steady ? 'ok' : 'note', what, meaning);
}

export type ClockOfCase = { readonly id: string; readonly megahertz: number };

/** The slowest case against the narrowest; `constant`: never another value, from a system that sets none. */
export function clockLine(
  narrowest: ClockOfCase | undefined,
  slowest: ClockOfCase | undefined,
  constant: boolean,
): TrustLine {
  if (!narrowest || !slowest) {
    return unknown('clock', 'clock');
  }

  if (constant) {
    const told = clockRate(narrowest.megahertz);
    return unknown('clock', 'clock', `the system always says ${told}, which nobody measures`);
  }

  const fall = clockFall(narrowest.megahertz, slowest.megahertz);
  return fall > 0
    ? lineOf(
        'clock',
        'note',
        `clock fell ${percent(fall)}`,
        `from ${clockRate(narrowest.megahertz)} in ${narrowest.id} to ${clockRate(slowest.megahertz)} in ${slowest.id}`,
      )
    : lineOf('clock', 'ok', `clock ${clockRate(slowest.megahertz)}`, '');
}

export const temperatureLine = (highest: number | undefined): TrustLine =>
  highest === undefined
    ? unknown('temperature', 'temperature')
    : lineOf(
        'temperature',
        levelOf(highest, limits.temperature),
        `temperature ${celsius(highest)}`,
        'near the point where a processor slows itself down',
      );

/** `spread`: by how much the repeats of that case are off their median; absent where none has two. */
export const spreadLine = (
  widest: { readonly id: string; readonly spread: Share } | undefined,
): TrustLine =>
  widest === undefined
    ? unknown('spread', 'spread', 'it takes two repeats')
    : lineOf(
        'spread',
        levelOf(widest.spread, limits.spread),
        `spread ${plusMinus(widest.spread)}`,
        `around the median of ${widest.id}; a quiet machine or more repeats narrow it`,
      );

/** Where a screen was drawn. */
export const screenLine = (cost: Share): TrustLine =>
  lineOf(
    'screen',
    levelOf(cost, limits.screen),
    `screen ${finePercent(cost)}`,
    'of a CPU went into drawing while passes ran; a smaller window takes less',
  );
