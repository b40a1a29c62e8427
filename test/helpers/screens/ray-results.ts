import { type ProfileRequest } from '../profiles/profiles.ts';
import { resultsScreen } from './ui-states.ts';

export const local = [1800, 1790, 1820, 1805, 1795] as const;

export const pool = [930, 940, 925, 935, 928] as const;

export const ray = [9700, 9500, 10_100] as const;

/** Eight CPUs elsewhere. */
export const cluster = { at: 'http://127.0.0.1:8265', cpus: 8, here: false };

export const onCluster = (walls: ProfileRequest['walls'], plan: ProfileRequest['plan'] = {}) =>
  resultsScreen({ walls, plan: { cluster, rayRounds: 3, ...plan } });

export const three = onCluster({ local, pool, ray });

/** With as many rounds of Ray as of the others. */
export const threeFive = onCluster(
  { local, pool, ray: [9700, 9500, 10_100, 9900, 9600] },
  { rayRounds: 5 },
);

export const large = { columns: 120, rows: 40 };

export const failure = {
  code: 'ray-driver-error',
  message: 'The driver of fibtui-mwt9h1ct-fcc9a311 failed: ValueError: no such workload.',
  hint: 'See the end of the driver’s log, under details (d).',
  log: ['Traceback (most recent call last):', 'ValueError: no such workload'],
};

export const failed = () => ({ status: 'failed', failure }) as const;

export const lost = onCluster({ local, pool, ray: [failed, failed, failed] });
