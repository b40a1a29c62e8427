/**
 * A field of `/proc/PID/stat` or `/proc/PID/task/TID/stat`, by its number in proc_pid_stat(5); from 3, the first after
 * the name in brackets.
 */
export const statField = (stat: string, number: number): string | undefined =>
  stat.slice(stat.lastIndexOf(')') + 2).split(' ')[number - 3];
