import type { Settings } from '../../../source/core/plan/settings.ts';
import type { Session } from '../../../source/core/session/session.ts';

/** Runs settings, which must not be refused; resolves when the run has ended. */
export async function runToEnd(session: Session, settings: Settings): Promise<void> {
  const attempt = await session.run(settings);
  if (attempt.status === 'refused') {
    throw new Error(attempt.refusal);
  }

  await attempt.ended;
}
