/** Where a hierarchy of control groups can be read. */
export type Mount = {
  readonly version: 1 | 2;
  /** Controllers of a version 1 hierarchy, such as "cpu". */
  readonly controllers: readonly string[];
  /** The control group that stands at `point`. */
  readonly root: string;
  readonly point: string;
};

/** The mounts of control groups in `/proc/self/mountinfo`; see proc_pid_mountinfo(5). */
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

// Blanks and backslashes in a path are written as \040 and the like.
function unescape(path: string): string {
  return path.replace(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(parseInt(digits, 8)),
  );
}
