import { createInterface } from 'node:readline';
import { spoken } from '../../output/spoken.ts';

/** Sentences and answers, a line each. */
export type Conversation = {
  readonly say: (sentence: string) => void;
  /** The next line, without blanks around it; undefined once the input has ended. */
  readonly ask: (question: string) => Promise<string | undefined>;
  /** Gives lines that come while nothing is asked to `listener`, until the returned function is called. */
  readonly overhear: (listener: (line: string) => void) => () => void;
  /** Whoever waits for a line gets undefined. */
  readonly close: () => void;
};

export type ConversationRequest = {
  readonly input: NodeJS.ReadableStream;
  readonly output: Pick<NodeJS.WriteStream, 'write' | 'columns'>;
  readonly ascii: boolean;
};

/** The terminal stays as it is: it echoes what is typed, and a line can be corrected before it is sent. */
export function openConversation({ input, output, ascii }: ConversationRequest): Conversation {
  const lines = createInterface({ input, terminal: false });
  const early: string[] = [];
  let hasEnded = false;
  let answer: ((line: string | undefined) => void) | undefined;
  let listener: ((line: string) => void) | undefined;

  const say = (sentence: string) => {
    const columns = output.columns || undefined;
    output.write(spoken([sentence], columns ? { ascii, columns } : { ascii }));
  };
  const settle = (line: string | undefined) => {
    const waiting = answer;
    answer = undefined;
    waiting?.(line);
  };

  lines.on('line', (given) => {
    const line = given.trim();
    if (answer) {
      settle(line);
    } else if (listener) {
      listener(line);
    } else {
      early.push(line);
    }
  });
  lines.on('close', () => {
    hasEnded = true;
    settle(undefined);
  });

  return {
    say,
    async ask(question) {
      // The answer has a row of its own: what is typed ahead is echoed before the question comes.
      say(question);
      const line = early.shift();
      return line !== undefined || hasEnded
        ? line
        : new Promise((resolve) => {
            answer = resolve;
          });
    },
    overhear(given) {
      listener = given;
      return () => {
        listener = undefined;
      };
    },
    close: () => lines.close(),
  };
}
