import { EngineError } from '../../../core/failure.ts';
import type { Milliseconds } from '../../../core/units.ts';
import { now as clock } from '../../system/now.ts';
import { unlessAborted } from '../abortable.ts';
import { headEnded, lostCode } from '../job/job-failures.ts';
import { untilAnswered } from './answered.ts';
import { openContact, type ContactRequest } from './contact.ts';

export type PatientRequest = Pick<ContactRequest, 'onOutage'> & {
  readonly patience: Milliseconds;
  /** Cancels the request. */
  readonly signal: AbortSignal;
  /** Aborts when a head that fibtui started has ended. */
  readonly ended?: AbortSignal | undefined;
  readonly now?: () => Milliseconds;
};

/** What a request before a job comes to, sent again while the head does not answer; undefined if the signal aborts first. */
export async function throughOutages<Answer>(
  request: () => Promise<Answer>,
  { patience, onOutage, signal, ended, now = clock }: PatientRequest,
): Promise<Answer | undefined> {
  const contact = openContact({
    now,
    patience,
    lost: (cause) => ({ ...cause, code: lostCode }),
    onOutage,
  });
  const over = AbortSignal.any([signal, ...(ended ? [ended] : [])]);
  const answer = await unlessAborted(untilAnswered(request, contact, over), over);
  if (ended?.aborted && !signal.aborted) {
    throw new EngineError(headEnded());
  }

  return answer;
}
