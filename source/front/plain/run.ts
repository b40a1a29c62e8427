import { sentenceOf } from '../../core/failure.ts';
import type { Settings } from '../../core/plan/settings.ts';
import type { Session } from '../../core/session/session.ts';
import type { Conversation } from './conversation.ts';
import { sentence } from './sentence.ts';
import { tellRun } from './told-run.ts';

export type Parts = {
  readonly session: Session;
  readonly talk: Conversation;
};

/** Runs settings and reports on them; false if the run did not begin. */
export async function runTold({ session, talk }: Parts, settings: Settings): Promise<boolean> {
  const start = new AbortController();
  const stopHearing = talk.overhear((line) => {
    if (line === 'stop') {
      start.abort();
      session.cancel();
    } else {
      talk.say(howToStop);
    }
  });
  const stopTelling = tellRun(session, talk.say);
  talk.say(`RUN. ${howToStop}`);
  try {
    const attempt = await session.run(settings, start.signal);
    if (attempt.status === 'refused') {
      talk.say(sentence(attempt.refusal));
      return false;
    }

    await attempt.ended;
    return true;
  } catch (error) {
    talk.say(start.signal.aborted ? 'Stopped before it began.' : sentenceOf(error));
    return false;
  } finally {
    stopHearing();
    stopTelling();
  }
}

const howToStop = 'Type stop and Enter to cancel it; finished rounds are kept.';
