import type { Milliseconds } from '../../source/core/units.ts';
import { jobsAt } from '../../test/ray/job.ts';

const period: Milliseconds = 200;

/** Looks again and again at the head itself for how many of fibtui's jobs run at once. */
export function watchJobs(dashboard: string) {
  let most = 0;
  const look = async () => {
    const jobs = await jobsAt(dashboard);
    most = Math.max(most, jobs.filter(({ status }) => status === 'RUNNING').length);
  };
  const timer = setInterval(() => void look().catch(() => {}), period);
  return { most: () => most, stop: () => clearInterval(timer) };
}
