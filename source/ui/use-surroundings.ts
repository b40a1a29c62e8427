import { useEffect } from 'react';
import type { Session } from '../core/session/session.ts';
import type { RayTarget } from '../core/plan/settings.ts';
import type { WorkloadName } from '../core/plan/workload.ts';
import { sentenceOf } from './parts/sentence.ts';

type Refuse = (notice: string) => void;

/** Calibrates the workload that stands in the form, so that its forecast can be shown. */
export function useCalibration(session: Session, workload: WorkloadName, refuse: Refuse): void {
  useEffect(() => {
    session.calibrate(workload).catch((error: unknown) => refuse(sentenceOf(error)));
  }, [session, workload, refuse]);
}

/** Asks the cluster what it is once the user has named it, and each time that it is named anew. */
export function useCluster(session: Session, target: RayTarget | undefined, refuse: Refuse): void {
  const { at, from } = target ?? {};
  useEffect(() => {
    if (at !== undefined && from !== undefined) {
      session.reach({ at, from }).catch((error: unknown) => refuse(sentenceOf(error)));
    }
  }, [session, at, from, refuse]);
}
