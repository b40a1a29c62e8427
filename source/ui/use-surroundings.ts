import { useEffect } from 'react';
import type { Session } from '../core/session/session.ts';
import type { RayTarget } from '../core/plan/settings.ts';
import type { WorkloadName } from '../core/plan/workload.ts';
import { sentenceOf } from '../core/failure.ts';

type Refuse = (notice: string) => void;

/** Calibrates the workload in the form, for its forecast. */
export function useCalibration(session: Session, workload: WorkloadName, refuse: Refuse): void {
  useEffect(() => {
    session.calibrate(workload).catch((error: unknown) => refuse(sentenceOf(error)));
  }, [session, workload, refuse]);
}

/** Asks the cluster for its facts whenever the user names one. */
export function useCluster(session: Session, target: RayTarget | undefined, refuse: Refuse): void {
  const { at, from } = target ?? {};
  useEffect(() => {
    if (at !== undefined && from !== undefined) {
      session.reach({ at, from }).catch((error: unknown) => refuse(sentenceOf(error)));
    }
  }, [session, at, from, refuse]);
}
