import type { Bytes, Milliseconds, Share } from '../units.ts';

/** 50000 → "50,000". `toLocaleString` would load the tables of all languages before the first frame. */
export const count = (value: number): string => String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');

/** "1 node", "1,024 CPUs". */
export const counted = (number: number, noun: string): string =>
  `${count(number)} ${noun}${number === 1 ? '' : 's'}`;

/** Three digits and a unit: "0.52 ms", "592 ms", "1.42 s", "2 min 5 s", "3 h 20 min". */
export function duration(time: Milliseconds): string {
  if (time < 999.5) {
    return `${threeDigits(time)} ms`;
  }

  const seconds = time / 1000;
  if (seconds < 99.95) {
    return `${threeDigits(seconds)} s`;
  }

  const whole = Math.round(seconds);
  if (whole < 3600) {
    return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  }

  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Times that are compared, in the unit of the longest: "2.18 s" and "0.92 s"; minutes as `duration` writes them. */
export function durationsAlike(times: readonly Milliseconds[]): readonly string[] {
  const longest = Math.max(...times);
  if (longest >= 99_950) {
    return times.map(duration);
  }

  const [unit, name] = longest < 999.5 ? [1, 'ms'] : [1000, 's'];
  return times.map((time) => `${ratio(time / unit)} ${name}`);
}

/** A difference of two times: "-12.0 ms"; never "-0". */
export const signedDuration = (time: Milliseconds): string =>
  time <= -0.005 ? `-${duration(-time)}` : duration(Math.max(0, time));

/** A running clock on the screen: always tenths of a second, so that the unit does not change between frames. */
export const elapsed = (time: Milliseconds): string =>
  time < 99_950 ? `${(Math.max(time, 0) / 1000).toFixed(1)} s` : duration(time);

/** "0.31 to 70.2 ms", "0.92 ms to 1.40 s"; a single time if both have the same text. */
export const durationRange = (least: Milliseconds, most: Milliseconds): string =>
  range(duration(least), duration(most));

/**
 * A time on an axis, with as many decimals as its step needs: "0", "150 ms", "1.25 s", "1.2004 s". Its unit is that of
 * `most`, the last time on the axis.
 */
export function moment(time: Milliseconds, step: Milliseconds, most: Milliseconds = time): string {
  if (time >= 99_950 && step >= 1000) {
    return duration(time);
  }

  const [unit, name] = most + step / 2 < 1000 ? [1, 'ms'] : [1000, 's'];
  const decimals = Math.max(0, -Math.floor(Math.log10(step / unit) + 1e-9));
  const text = (time / unit).toFixed(decimals);
  return Number(text) === 0 ? '0' : `${text} ${name}`;
}

/** "200 to 450 ms". */
export const momentRange = (from: Milliseconds, to: Milliseconds, step: Milliseconds): string =>
  range(moment(from, step, to), moment(to, step));

function range(from: string, to: string): string {
  if (from === to) {
    return to;
  }

  const [[value, unit], [, other]] = [from.split(' '), to.split(' ')];
  return unit === other && !/min|h/.test(to) ? `${value} to ${to}` : `${from} to ${to}`;
}

const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** Decimal units: "108 MB", "22.4 GB". */
export function bytes(size: Bytes): string {
  let scaled = size;
  let power = 0;
  for (; scaled >= 999.5 && power < byteUnits.length - 1; power++) {
    scaled /= 1000;
  }

  return `${power === 0 ? scaled.toFixed(0) : threeDigits(scaled)} ${byteUnits[power]}`;
}

/** 0.064 → "6 %". */
export const percent = (share: Share): string => `${count(Math.round(share * 100))} %`;

/** With tenths: 0.0064 → "0.6 %"; never "-0". */
export const finePercent = (share: Share): string =>
  `${(Math.round(share * 1000) / 10 + 0).toFixed(1)} %`;

/** 0.031 → "±3.1 %"; without tenths from 10 % on. */
export const plusMinus = (share: Share): string =>
  `±${share < 0.0995 ? finePercent(share) : percent(share)}`;

/** By how much it is off: "3 % more", "12 % less"; undefined where that reads as 0 %. */
export function moreOrLess(off: Share): string | undefined {
  const text = percent(Math.abs(off));
  return text === percent(0) ? undefined : `${text} ${off > 0 ? 'more' : 'less'}`;
}

/** 3712 → "3.71 GHz". */
export const clockRate = (megahertz: number): string => `${(megahertz / 1000).toFixed(2)} GHz`;

/** "78 °C". */
export const celsius = (degrees: number): string => `${Math.round(degrees)} °C`;

/** A deviation: 0.012 → "+1.2 %", 0.0004 → "+0.04 %". */
export function signedPercent(share: Share): string {
  const text = Math.abs(share) < 0.001 ? `${(share * 100).toFixed(2)} %` : finePercent(share);
  return share > 0 ? `+${text}` : text;
}

/** 3.7213 → "3.72x". */
export const factor = (value: number): string => `${ratio(value)}x`;

/** Bounds of a factor: "3.68 to 3.77". */
export const factorRange = (low: number, high: number): string => `${ratio(low)} to ${ratio(high)}`;

/** At most two decimals, and no zeros at their end: 1.5 → "1.5", 2 → "2". */
export const shortDecimal = (value: number): string => String(Number(value.toFixed(2)));

/** A serial fraction: 0.0566 → "0.057"; never "-0". */
export const fraction = (value: number): string => (Math.round(value * 1000) / 1000 + 0).toFixed(3);

/** Three digits; below one two decimals, below 0.1 two significant digits. */
export function ratio(value: number): string {
  if (value >= 0.995) {
    return threeDigits(value);
  }

  return value >= 0.1 || value === 0 ? value.toFixed(2) : value.toPrecision(2);
}

function threeDigits(value: number): string {
  if (value >= 99.95) {
    return value.toFixed(0);
  }

  return value >= 9.995 ? value.toFixed(1) : value.toFixed(2);
}
