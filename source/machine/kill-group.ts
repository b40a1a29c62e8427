import process from 'node:process';

/** Ends the processes of a group that this one leads, at once. On Windows there are no groups: then that one alone. */
export function killGroup(leader: number): void {
  try {
    process.kill(process.platform === 'win32' ? leader : -leader, 'SIGKILL');
  } catch {
    // It has ended.
  }
}
