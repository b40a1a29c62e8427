import { homedir } from 'node:os';

/** The user's home folder; empty for a user without one, as in a container with a made-up user: then Node throws. */
export function homeFolder(): string {
  try {
    return homedir();
  } catch {
    return '';
  }
}
