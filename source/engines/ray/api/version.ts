import type { Failure } from '../../../core/failure.ts';
import { where, type Asked } from './http-failures.ts';

/** The driver's streaming tasks ran on these, and on what is between them. */
const oldest = [2, 10] as const;
/** The first whose log stream comes without marks between the driver's bytes. */
const streaming = [2, 33] as const;

/** The newest that it was tried with. */
const newest = [2, 60] as const;

export const tooOld = (ray: string): boolean => isBefore(ray, oldest);

/** Whether it is newer than all that fibtui was tried with. */
export const untried = (ray: string): boolean => {
  const [major, minor] = newest;
  return /^\d+\.\d+/.test(ray) && !isBefore(ray, [major, minor + 1]);
};

/** Whether its log stream can be followed; on others `logs` is polled. */
export const streams = (ray: string): boolean => !isBefore(ray, streaming);

export const tooOldFailure = (ray: string, asked: Pick<Asked, 'address'>): Failure => ({
  code: 'ray-too-old',
  message: `Ray ${ray} at ${where(asked)} is too old: fibtui needs ${oldest.join('.')} or newer.`,
  hint: 'Use a newer cluster; nothing on this machine has to match it.',
});

/** A version that is no number, such as a build of one's own, is taken for a new one. */
function isBefore(ray: string, [major, minor]: readonly [number, number]): boolean {
  const [, theirMajor, theirMinor] = /^(\d+)\.(\d+)/.exec(ray) ?? [];
  return theirMajor === undefined
    ? false
    : Number(theirMajor) < major || (Number(theirMajor) === major && Number(theirMinor) < minor);
}
