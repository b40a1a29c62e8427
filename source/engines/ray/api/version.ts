import type { Failure } from '../../../core/failure.ts';
import { where, type Endpoint } from './endpoint.ts';

/** The driver was tested on this version, on `newest`, and on versions in between. */
const oldest = [2, 10] as const;
/** The first version that streams a log without markers in it. */
const oldestStreaming = [2, 33] as const;

/** The first version whose head can require a token. */
const oldestWithTokens = [2, 52] as const;

/** The newest version that fibtui was tested with. */
const newest = [2, 60] as const;

export const isTooOld = (ray: string): boolean => isBefore(ray, oldest);

/** Whether this version is newer than all that fibtui was tested with. */
export const isUntried = (ray: string): boolean => {
  const [major, minor] = newest;
  return /^\d+\.\d+/.test(ray) && !isBefore(ray, [major, minor + 1]);
};

export const hasTokens = (ray: string): boolean => !isBefore(ray, oldestWithTokens);

/** Whether this version can stream a log; otherwise fibtui polls it. */
export const canStream = (ray: string): boolean => !isBefore(ray, oldestStreaming);

export const tooOldFailure = (ray: string, endpoint: Pick<Endpoint, 'address'>): Failure => ({
  code: 'ray-too-old',
  message: `Ray ${ray} at ${where(endpoint)} is too old: fibtui needs ${oldest.join('.')} or newer.`,
  hint: 'Use a newer cluster; no version on this machine has to match it.',
});

/** A version that is not a number, such as a custom build, counts as new. */
function isBefore(ray: string, [major, minor]: readonly [number, number]): boolean {
  const [, theirMajor, theirMinor] = /^(\d+)\.(\d+)/.exec(ray) ?? [];
  return theirMajor === undefined
    ? false
    : Number(theirMajor) < major || (Number(theirMajor) === major && Number(theirMinor) < minor);
}
