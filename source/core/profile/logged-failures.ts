import type { Failure } from '../failure.ts';
import type { ProfileState } from './state.ts';

export type LoggedFailure = Failure & { readonly log: readonly string[]; readonly pass: string };

/** Failures of passes on a cluster that come with the last lines of their driver's log. */
export function loggedFailures({ passes }: Pick<ProfileState, 'passes'>): readonly LoggedFailure[] {
  return passes.flatMap(({ pass, outcome }) => {
    const failure = outcome.status === 'failed' ? outcome.failure : undefined;
    const log = failure?.log ?? [];
    return failure && log.length > 0
      ? [{ ...failure, log, pass: `${pass.case}, round ${pass.round}` }]
      : [];
  });
}

export const hasDriverLog = (profile: Pick<ProfileState, 'passes'> | undefined): boolean =>
  profile !== undefined && loggedFailures(profile).length > 0;
