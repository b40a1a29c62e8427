import { cpusText } from '../../machine/capacity.ts';
import { clockFall } from '../../machine/clock-fall.ts';
import {
  celsius,
  clockRate,
  duration,
  finePercent,
  percent,
  plusMinus,
} from '../../text/format.ts';
import type { Governor, UsableCpus } from '../../machine/machine.ts';
import type { Milliseconds, Share } from '../../units.ts';

export type TrustName =
  | 'other-load'
  | 'steal'
  | 'throttling'
  | 'governor'
  | 'clock'
  | 'temperature'
  | 'spread'
  | 'screen'
  | 'drawing'
  | 'nodes'
  | 'node-speed';

/** From worst to meaningless. */
export const trustLevels = ['warn', 'note', 'ok', 'unknown'] as const;

/** `note`: worth knowing; `warn`: the numbers may be off by more than their intervals say. */
export type TrustLevel = (typeof trustLevels)[number];

export type TrustLine = {
  readonly name: TrustName;
  readonly level: TrustLevel;
  /** The fact and, after a colon, its meaning, unless all is well. */
  readonly text: string;
};

/** Undefined without any line. */
export const worstLevel = (lines: readonly TrustLine[]): TrustLevel | undefined =>
  trustLevels.find((level) => lines.some((found) => found.level === level));

type Limits = { readonly note: number; readonly warn: number };

/** The smallest win in a verdict is 2 %: anything that may move a wall by a few times that gets a note. */
const limits = {
  /** Share of the CPUs, all of it lost to a pool that fills them. An idle desktop has 1–3 %. */
  otherLoad: { note: 0.05, warn: 0.15 },
  /** Steal is lost outright. Note from 1 % (half the smallest win), warn from 5 %. */
  steal: { note: 0.01, warn: 0.05 },
  /** Any throttling means the quota took effect; 1 % stretches single passes by whole quota periods. */
  throttling: { note: Number.MIN_VALUE, warn: 0.01 },
  /** In °C. Processors slow down at 95–105 °C and boost less from ten degrees below that. */
  temperature: { note: 85, warn: 95 },
  /** Spread of the rounds around their median. Above 15 %, five rounds decide nothing. */
  spread: { note: 0.05, warn: 0.15 },
  /** Share of one CPU. Drawing competes with a pool that fills the CPUs. */
  screen: { note: 0.02, warn: 0.05 },
} as const satisfies Record<string, Limits>;

/** The least share of the usable CPUs that trust takes note of. Less is named as no cause either. */
export const leastNoted: Readonly<Record<'others' | 'stolen', Share>> = {
  others: limits.otherLoad.note,
  stolen: limits.steal.note,
};

const levelOf = (value: number, { note, warn }: Limits): TrustLevel => {
  if (value >= warn) {
    return 'warn';
  }

  return value >= note ? 'note' : 'ok';
};

/** Why a line is unknown here, whatever is done. */
export const notReported = 'not reported on this machine';

const unknown = (name: TrustName, what: string, why = notReported): TrustLine => ({
  name,
  level: 'unknown',
  text: `${what}: ${why}`,
});

/** Leaves out the meaning if all is well. */
const lineOf = (
  name: TrustName,
  level: TrustLevel,
  [what, meaning]: readonly [what: string, meaning: string],
): TrustLine => ({
  name,
  level,
  text: level === 'ok' ? what : `${what}: ${meaning}`,
});

/** @param where The case; absent before a run. @param why The reason if it is unknown. */
export function otherLoadLine(others: Share | undefined, where?: string, why?: string): TrustLine {
  return others === undefined
    ? unknown('other-load', 'other programs', why)
    : lineOf('other-load', levelOf(others, limits.otherLoad), [
        `other programs ${percent(others)}`,
        where === undefined
          ? 'they use the CPUs; close them'
          : `they used the CPUs${whereText(where)}; close them and run again`,
      ]);
}

export function stealLine(stolen: Share | undefined, where?: string, why?: string): TrustLine {
  if (stolen === undefined) {
    return unknown('steal', 'steal', why);
  }

  const meaning = `the hypervisor gave CPU time to other machines${whereText(where)}`;
  // Would print as 0.0 %.
  return lineOf('steal', levelOf(stolen, limits.steal), [
    stolen < 0.0005 ? 'no steal' : `steal ${finePercent(stolen)}`,
    meaning,
  ]);
}

type Quota = Pick<UsableCpus, 'quota' | 'quotaUnknown'>;

/** Before a run. */
export const quotaLine = ({ quota, quotaUnknown = false }: Quota): TrustLine =>
  quota === undefined
    ? withoutQuota(quotaUnknown)
    : unknown('throttling', 'throttling', `there is ${quotaText(quota)}; it shows once tasks run`);

/** @param where The case; absent before a run. */
export function throttlingLine(
  throttled: Share | undefined,
  { quota, quotaUnknown = false }: Quota,
  where?: string,
): TrustLine {
  if (quota === undefined) {
    return withoutQuota(quotaUnknown);
  }

  return throttled === undefined
    ? unknown(
        'throttling',
        'throttling',
        `there is ${quotaText(quota)}, and its effect is ${notReported}`,
      )
    : lineOf('throttling', levelOf(throttled, limits.throttling), [
        throttled > 0 ? `throttled ${finePercent(throttled)}` : noThrottling.text,
        where === undefined
          ? `${quotaText(quota)} already holds programs back`
          : `${quotaText(quota)} held the tasks back${whereText(where)}`,
      ]);
}

const withoutQuota = (isUnknown: boolean): TrustLine =>
  isUnknown ? unknown('throttling', 'throttling') : noThrottling;

const noThrottling: TrustLine = { name: 'throttling', level: 'ok', text: 'no throttling' };

const quotaText = (quota: number): string => `a quota of ${cpusText(quota)}`;

const whereText = (where: string | undefined): string =>
  where === undefined ? '' : ` in a typical round of ${where}`;

/** With these drivers `powersave` scales up to the highest clock on demand. */
const scalingDrivers = new Set(['intel_pstate', 'amd-pstate-epp']);

export function governorLine(governor: Governor | undefined): TrustLine {
  if (!governor) {
    return unknown('governor', 'governor');
  }

  const { names, driver } = governor;
  const what = `governor ${names.join(', ')}`;
  if (names.includes('powersave') && !scalingDrivers.has(driver)) {
    return lineOf('governor', 'warn', [what, 'it keeps the clock at its lowest']);
  }

  const steady = names.every((name) => name === 'performance');
  const meaning = 'the clock follows the load and may be low when a round begins';
  return lineOf('governor', steady ? 'ok' : 'note', [what, meaning]);
}

export type ClockOfCase = { readonly id: string; readonly megahertz: number };

/**
 * The slowest case against the one with the fewest workers.
 * @param constant Whether the system reports one fixed value, which is not a measurement.
 */
export function clockLine(
  narrowest: ClockOfCase | undefined,
  slowest: ClockOfCase | undefined,
  constant: boolean,
): TrustLine {
  if (!narrowest || !slowest) {
    return unknown('clock', 'clock');
  }

  if (constant) {
    const rate = clockRate(narrowest.megahertz);
    return unknown('clock', 'clock', `reported as a constant ${rate}, so unknown`);
  }

  const fall = clockFall(narrowest.megahertz, slowest.megahertz);
  return fall > 0
    ? lineOf('clock', 'note', [
        `clock fell ${percent(fall)}`,
        `from ${clockRate(narrowest.megahertz)} in ${narrowest.id} to ${clockRate(slowest.megahertz)} in ${slowest.id}`,
      ])
    : lineOf('clock', 'ok', [`clock ${clockRate(slowest.megahertz)}`, '']);
}

export const temperatureLine = (highest: number | undefined): TrustLine =>
  highest === undefined
    ? unknown('temperature', 'temperature')
    : lineOf('temperature', levelOf(highest, limits.temperature), [
        `temperature ${celsius(highest)}`,
        'close to where a processor slows itself down',
      ]);

/** @param widest The case with the largest spread of its rounds; absent if none has two rounds. */
export const spreadLine = (
  widest: { readonly id: string; readonly spread: Share } | undefined,
): TrustLine =>
  widest === undefined
    ? unknown('spread', 'spread', 'it takes two rounds to measure')
    : lineOf('spread', levelOf(widest.spread, limits.spread), [
        `rounds of ${widest.id} vary by ${plusMinus(widest.spread)}`,
        'more rounds, or a quieter machine, would help',
      ]);

/** Only if a screen was drawn. */
export const screenLine = (cost: Share): TrustLine =>
  lineOf('screen', levelOf(cost, limits.screen), [
    `drawing took ${finePercent(cost)} of a CPU`,
    'a smaller window takes less',
  ]);

/** A person hardly notices a screen that stands still for less than this. */
const shortestStandstill: Milliseconds = 1000;

/** Only if the terminal kept drawing waiting. A note, because tasks run in another process. */
export const drawingLines = (heldUp: Milliseconds): readonly TrustLine[] =>
  heldUp < shortestStandstill
    ? []
    : [
        lineOf('drawing', 'note', [
          `drawing waited ${duration(heldUp)} for the terminal`,
          'no task waited for it',
        ]),
      ];
