import type { Session } from '../../core/session/session.ts';
import type { Settings } from '../../core/plan/settings.ts';
import { engines, ray, workload } from './choice-questions.ts';
import type { Conversation } from './conversation.ts';
import { rounds, size, tasks, workers } from './number-questions.ts';
import type { Question } from './question.ts';

const questions: readonly Question[] = [size, tasks, workers, rounds, workload, engines, ray];

export type Asking = {
  readonly talk: Pick<Conversation, 'say' | 'ask'>;
  readonly session: Pick<Session, 'state'>;
};

/** Asks for every field of the plan; undefined if the person quits, or the input ends. */
export async function askSettings(asking: Asking, given: Settings): Promise<Settings | undefined> {
  let settings = given;
  for (let index = 0; index < questions.length;) {
    const question = questions[index]!;
    const reply = question.isIdle?.(settings) ? settings : await askOne(asking, question, settings);
    switch (reply) {
      case 'quit':
        return undefined;
      case 'run':
        return settings;
      case 'back':
        index = Math.max(0, index - 1);
        break;
      default:
        settings = reply;
        index++;
    }
  }

  return settings;
}

type Reply = Settings | 'run' | 'back' | 'quit';

/** Asks until there is an answer. */
async function askOne(
  { talk, session }: Asking,
  question: Question,
  settings: Settings,
): Promise<Reply> {
  for (;;) {
    const asked = { settings, state: session.state() };
    const text = await talk.ask(question.ask(asked));
    switch (text) {
      case undefined:
      case 'q':
        return 'quit';
      case '':
        return settings;
      case 'run':
      case 'back':
        return text;
      case '?':
        talk.say(question.explain(asked));
        continue;
      default: {
        const answer = question.answer(text, settings);
        if ('settings' in answer) {
          sayNote(talk, answer.note);
          return answer.settings;
        }

        talk.say(answer.problem);
      }
    }
  }
}

function sayNote(talk: Asking['talk'], note: string | undefined): void {
  if (note !== undefined) {
    talk.say(note);
  }
}
