import { percent, ratio } from './format.ts';

/** Between 1 / 1.2 and 1.2 a percentage is easier to grasp than a factor. */
const nearOne = 1.2;

const isNearOne = (speedup: number): boolean => speedup < nearOne && speedup > 1 / nearOne;

/** A speed-up in words: "1.73 times as fast", "2.53 times as slow", "12 % faster", "7 % slower". */
export function speedText(speedup: number): string {
  if (isNearOne(speedup)) {
    return percentText(speedup);
  }

  return speedup >= 1 ? `${ratio(speedup)} times as fast` : `${ratio(1 / speedup)} times as slow`;
}

/** The interval of a speed-up: "1.65 to 1.95", "2.49 to 2.58 times as slow", "7 % slower to 12 % faster". */
export function speedRange(low: number, high: number): string {
  if (isNearOne(low) && isNearOne(high)) {
    return nearRange(low, high);
  }

  if (low >= 1) {
    return `${ratio(low)} to ${ratio(high)}`;
  }

  return high <= 1
    ? `${ratio(1 / high)} to ${ratio(1 / low)} times as slow`
    : `${speedText(low)} to ${speedText(high)}`;
}

/**
 * The interval of a speed-up that may go either way, with its reference: "7 % slower to 12 % faster than local", "0.76 to
 * 1.42 times as fast as local".
 */
export const speedRangeAgainst = (low: number, high: number, over: string): string =>
  isNearOne(low) && isNearOne(high)
    ? `${nearRange(low, high)} than ${over}`
    : `${ratio(low)} to ${ratio(high)} times as fast as ${over}`;

/** The same where nothing was shown: "between 7 % slower and 12 % faster". */
export function speedBetween(low: number, high: number): string {
  const [from, to] = [low, high].map((speedup) =>
    speedText(speedup).replace(/^as fast$/, 'equally fast'),
  );
  if (from === to) {
    return to === 'equally fast' ? 'less than 1 % apart' : to!;
  }

  return low > 1 || high < 1 ? speedRange(low, high) : `between ${from} and ${to}`;
}

function percentText(speedup: number): string {
  const text = percent(Math.abs(speedup - 1));
  if (text === percent(0)) {
    return 'as fast';
  }

  return `${text} ${speedup > 1 ? 'faster' : 'slower'}`;
}

/** Says the direction once where both ends have it: "3 to 12 % faster", "0 to 12 % faster". */
function nearRange(low: number, high: number): string {
  const [from, to] = [percentText(low), percentText(high)];
  if (from === to) {
    return to;
  }

  const [least, most] = from.endsWith('slower') ? [to, from] : [from, to];
  const [number = '', direction = ''] = least === 'as fast' ? ['0'] : least.split(' % ');
  return most.endsWith(direction) ? `${number} to ${most}` : `${from} to ${to}`;
}
