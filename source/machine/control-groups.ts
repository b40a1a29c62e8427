import { parseMounts, type Mount } from './mounts.ts';
import type { System } from './system.ts';

/** A folder of files with limits that hold for this process. */
export type ControlGroup = { readonly version: 1 | 2; readonly folder: string };

/** To which control group of a hierarchy a process belongs. */
type Membership = {
  readonly version: 1 | 2;
  readonly controllers: readonly string[];
  readonly path: string;
};

/**
 * The control groups that may bound this process through `controller`: in each hierarchy its own first,
 * then those around it, up to the mount point. Hosts with both versions have both here.
 */
export function controlGroups(system: System, controller: string): readonly ControlGroup[] {
  const mounts = parseMounts(system.readText('/proc/self/mountinfo') ?? '');
  return parseMemberships(system.readText('/proc/self/cgroup') ?? '')
    .filter(({ version, controllers }) => version === 2 || controllers.includes(controller))
    .flatMap(({ version, path }) => {
      const mount = mountOf(mounts, version, controller, path);
      return mount ? foldersUp(mount, path).map((folder) => ({ version, folder })) : [];
    });
}

/** The lines of `/proc/self/cgroup`, "number:controllers:path"; version 2 names no controllers. */
function parseMemberships(text: string): readonly Membership[] {
  return text.split('\n').flatMap((line) => {
    const [, number, controllers = '', path = ''] = line.match(/^(\d+):([^:]*):(\/.*)$/) ?? [];
    const version = number === '0' && controllers === '' ? 2 : 1;
    return number === undefined ? [] : [{ version, controllers: controllers.split(','), path }];
  });
}

// The later of two mounts hides the earlier one.
function mountOf(mounts: readonly Mount[], version: 1 | 2, controller: string, path: string) {
  const fitting = mounts.filter(
    (mount) =>
      mount.version === version && (version === 2 || mount.controllers.includes(controller)),
  );
  return fitting.findLast((mount) => below(mount, path) !== undefined) ?? fitting.at(-1);
}

function foldersUp(mount: Mount, path: string): readonly string[] {
  // A container may see its own mount and its host's path; the mount is then the best there is.
  const names = below(mount, path) ?? [];
  const deepestFirst = names.map((_, index) => names.slice(0, names.length - index));
  return [...deepestFirst.map((part) => [mount.point, ...part].join('/')), mount.point];
}

/** The names that lead from the mount's root to `path`, undefined where it lies elsewhere. */
function below({ root }: Mount, path: string): readonly string[] | undefined {
  const start = root.endsWith('/') ? root : `${root}/`;
  const names = `${path}/`.startsWith(start)
    ? path.slice(start.length).split('/').filter(Boolean)
    : undefined;
  return names?.includes('..') ? undefined : names;
}
