import { skip } from '../../test/ray/environment.ts';
import { exitOnSignals } from '../helpers/exit-on-signals.ts';

/** For a benchmark that starts a Ray head: ends it here where there is no Ray, and sees to the head's end. */
export function needRay(): void {
  if (skip !== false) {
    console.error(
      'There is no Ray here to measure: `npm run ray:install` puts one into this folder.',
    );
    process.exit(2);
  }

  exitOnSignals();
}
