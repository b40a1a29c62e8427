import assert from 'node:assert/strict';
import { rayAddress } from '../../../../source/core/plan/ray-address.ts';
import type { Failure } from '../../../../source/core/failure.ts';
import { EngineError } from '../../../../source/core/failure.ts';
import {
  rayJobs,
  type RayJobs,
  type RayJobsRequest,
} from '../../../../source/engines/ray/api/jobs.ts';
import type { RayToken } from '../../../../source/engines/ray/api/token.ts';

/** A client for an address; its pauses take no time and are recorded. */
export function jobsAt(
  url: string,
  more: Partial<RayJobsRequest> = {},
): RayJobs & { readonly paused: readonly number[] } {
  const paused: number[] = [];
  const jobs = rayJobs({
    address: rayAddress(url, '--ray'),
    userAgent: 'fibtui/0.0.0',
    pause: async (milliseconds) => void paused.push(milliseconds),
    ...more,
  });
  return { ...jobs, paused };
}

export const tokenOf = (value: string, from = 'RAY_AUTH_TOKEN'): RayToken => ({
  from,
  explicit: from !== '~/.ray/auth_token',
  reveal: () => value,
});

/** The failure that a promise rejects with; fails the test if it does anything else. */
export async function rejection(promise: Promise<unknown>): Promise<Failure> {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof EngineError, `not an EngineError: ${String(error)}`);
    assert.equal(error.cause, undefined);
    return error.failure;
  }

  assert.fail('it did not fail');
}

export function thrownFailure(run: () => unknown): Failure {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof EngineError, `not an EngineError: ${String(error)}`);
    return error.failure;
  }

  assert.fail('it did not throw');
}

/** A message and a hint of one sentence each, without a traceback. */
export function readable({ message, hint }: Failure): void {
  assert.match(message, /^[^\n]+\.$/);
  assert.match(hint, /^[^\n]+\.$/);
  assert.doesNotMatch(message + hint, /Traceback|File "|undefined/);
  assert.ok(message.length < 400, message);
}
