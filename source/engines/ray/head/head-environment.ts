import { mkdir, writeFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Without this file in the home, the dashboard asks every cloud whether it runs there. */
export async function makeHome(folder: string): Promise<string> {
  const home = join(folder, 'home');
  await mkdir(home);
  await writeFile(join(home, 'ray_bootstrap_config.yaml'), 'provider: {type: local}\n');
  return home;
}

/** The user's, without anything of Ray's in it. */
export function rayEnvironment(
  env: Environment,
  home: string,
  token?: string,
): Record<string, string | undefined> {
  const own = Object.entries(env).filter(([name]) => !name.startsWith('RAY_'));
  return {
    ...Object.fromEntries(own),
    ...userPackages(env),
    HOME: home,
    // Else all but the dashboard listens on every interface.
    RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER: '0',
    RAY_USAGE_STATS_ENABLED: '0',
    RAY_USAGE_STATS_REPORT_URL: 'http://127.0.0.1:9/',
    // Else it waits for half a minute before it ends.
    RAY_GRACEFUL_SHUTDOWN_DRAIN_TIMEOUT_S: '0',
    ...(token === undefined
      ? { RAY_AUTH_MODE: 'disabled' }
      : { RAY_AUTH_MODE: 'token', RAY_AUTH_TOKEN: token }),
  };
}

/** Python looks for what `pip install --user` put in place below the home: that is still the user's. */
function userPackages({ HOME, PYTHONUSERBASE }: Environment): Environment {
  return HOME && !PYTHONUSERBASE && platform() === 'linux'
    ? { PYTHONUSERBASE: join(HOME, '.local') }
    : {};
}
