import { platform } from 'node:os';
import { join } from 'node:path';
import type { HeadFolder } from './folder.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The user's environment without RAY_* variables. Home and temporary files are moved into the head's own folder. */
export function rayEnvironment(
  env: Environment,
  { home, temporary }: Pick<HeadFolder, 'home' | 'temporary'>,
  token?: string,
): Record<string, string | undefined> {
  const own = Object.entries(env).filter(([name]) => !name.startsWith('RAY_'));
  return {
    ...Object.fromEntries(own),
    ...userPackages(env),
    HOME: home,
    TMPDIR: temporary,
    // Otherwise everything except the dashboard listens on every interface.
    RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER: '0',
    RAY_USAGE_STATS_ENABLED: '0',
    RAY_USAGE_STATS_REPORT_URL: 'http://127.0.0.1:9/',
    // Otherwise it waits half a minute before it ends.
    RAY_GRACEFUL_SHUTDOWN_DRAIN_TIMEOUT_S: '0',
    ...(token === undefined
      ? { RAY_AUTH_MODE: 'disabled' }
      : { RAY_AUTH_MODE: 'token', RAY_AUTH_TOKEN: token }),
  };
}

/** Python looks for `pip install --user` packages below HOME, which has changed: point it to the user's own. */
function userPackages({ HOME, PYTHONUSERBASE }: Environment): Environment {
  return HOME && !PYTHONUSERBASE && platform() === 'linux'
    ? { PYTHONUSERBASE: join(HOME, '.local') }
    : {};
}
