import { useEffect, useState } from 'react';
import type { Session } from '../core/session/session.ts';
import type { WorkloadName } from '../core/plan/workload.ts';
import type { LastRuns } from './setup/last-runs.ts';

/**
 * The saved runs, read once each time that the setup screen comes up, and after the calibration, which reading files
 * would disturb. A list that cannot be read is an empty one: the history says why.
 */
export function useLastRuns(
  session: Session,
  workload: WorkloadName,
  isShown: boolean,
): LastRuns | undefined {
  const [lastRuns, setLastRuns] = useState<LastRuns>();
  useEffect(() => {
    let isWanted = isShown;
    const read = async ({ list }: NonNullable<Session['history']>) => {
      await session.calibrate(workload).catch(() => {});
      const { runs } = isWanted ? await list() : { runs: [] };
      if (isWanted) {
        setLastRuns({ runs, sessionBegan: Date.now() - session.now() });
      }
    };
    if (session.history && isShown) {
      read(session.history).catch(() => {});
    }

    return () => {
      isWanted = false;
    };
    // Another workload needs no other list.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [session, isShown]);
  return lastRuns;
}
