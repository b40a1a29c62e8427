import { EngineError } from '../../../core/failure.ts';
import { hasTokens } from '../api/version.ts';
import type { Environment } from './head-environment.ts';
import { othersCanLogIn } from './other-users.ts';
import { versionsOf } from './python-versions.ts';

export type TokenRequest = {
  readonly python: string;
  readonly environment: Environment;
  /** Replaced by tests. */
  readonly others?: () => Promise<boolean>;
};

/**
 * Throws where the head would have no token and other users of this machine could run code on it, unless
 * `RAY_AUTH_MODE=disabled`, Ray's own variable, asks for that.
 */
export async function requireToken({
  python,
  environment,
  others = othersCanLogIn,
}: TokenRequest): Promise<void> {
  if (environment['RAY_AUTH_MODE']?.trim() === 'disabled') {
    return;
  }

  const ray = (await versionsOf(python, environment))?.ray;
  if (ray === undefined || hasTokens(ray) || !(await others())) {
    return;
  }

  throw new EngineError({
    code: 'ray-without-tokens',
    message: `Ray ${ray} has no tokens: other users of this machine could run code as you on the head that fibtui would start.`,
    hint: 'Use Ray 2.52 or newer, or set RAY_AUTH_MODE=disabled to start it anyway.',
  });
}
