import type { System } from './system.ts';

/** A folder with limit files that apply to this process. */
export type ControlGroup = { readonly version: 1 | 2; readonly folder: string };

/** The control group of a process in one hierarchy. */
type Membership = {
  readonly version: 1 | 2;
  readonly controllers: readonly string[];
  readonly path: string;
};

/** A mounted hierarchy of control groups. */
type Mount = {
  readonly version: 1 | 2;
  /** Controllers of a version 1 hierarchy, such as "cpu". */
  readonly controllers: readonly string[];
  /** The control group that is mounted at `point`. */
  readonly root: string;
  readonly point: string;
};

/**
 * The control groups that may limit this process through `controller`. Each hierarchy starts with the process's own
 * group, followed by its parents up to the mount point. Hybrid hosts have groups of both versions.
 */
export function controlGroups(system: System, controller: string): readonly ControlGroup[] {
  const mounts = parseMounts(system.readText('/proc/self/mountinfo') ?? '');
  return parseMemberships(system.readText('/proc/self/cgroup') ?? '')
    .filter(({ version, controllers }) => version === 2 || controllers.includes(controller))
    .flatMap(({ version, path }) => {
      const mount = mountOf(mountsFor(mounts, version, controller), path);
      return mount ? foldersUp(mount, path).map((folder) => ({ version, folder })) : [];
    });
}

/** Parses `/proc/self/cgroup`: lines of "number:controllers:path". Version 2 names no controllers. */
function parseMemberships(text: string): readonly Membership[] {
  return text.split('\n').flatMap((line) => {
    const [, number, controllers = '', path = ''] = line.match(/^(\d+):([^:]*):(\/.*)$/) ?? [];
    const version = number === '0' && controllers === '' ? 2 : 1;
    return number === undefined ? [] : [{ version, controllers: controllers.split(','), path }];
  });
}

const mountsFor = (mounts: readonly Mount[], version: 1 | 2, controller: string) =>
  mounts.filter(
    (mount) =>
      mount.version === version && (version === 2 || mount.controllers.includes(controller)),
  );

// A later mount hides an earlier one.
const mountOf = (mounts: readonly Mount[], path: string): Mount | undefined =>
  mounts.findLast((mount) => pathBelow(mount, path) !== undefined) ?? mounts.at(-1);

function foldersUp(mount: Mount, path: string): readonly string[] {
  // A container may see its own mount but the path on its host. Then only the mount point can be read.
  const names = pathBelow(mount, path) ?? [];
  const deepestFirst = names.map((_, index) => names.slice(0, names.length - index));
  return [...deepestFirst.map((part) => [mount.point, ...part].join('/')), mount.point];
}

/** The folder names from the mount's root to `path`; undefined if it lies outside. */
function pathBelow({ root }: Mount, path: string): readonly string[] | undefined {
  const start = root.endsWith('/') ? root : `${root}/`;
  const names = `${path}/`.startsWith(start)
    ? path.slice(start.length).split('/').filter(Boolean)
    : undefined;
  return names?.includes('..') ? undefined : names;
}

/** Parses the control group mounts in `/proc/self/mountinfo`; see proc_pid_mountinfo(5). */
export function parseMounts(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ');
    const [, , , root, point] = before.split(' ');
    const [kind, , options = ''] = after.split(' ');
    const version = kind === 'cgroup2' ? 2 : kind === 'cgroup' ? 1 : undefined;
    return root && point && version
      ? [{ version, controllers: options.split(','), root: unescape(root), point: unescape(point) }]
      : [];
  });
}

// The kernel escapes spaces and backslashes in a path in octal, a space as \040.
function unescape(path: string): string {
  return path.replace(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(parseInt(digits, 8)),
  );
}
