import { spoken } from '../../output/spoken.ts';
import { openLines, type Lines } from './lines.ts';

/** Sentences and answers, a line each. */
export type Conversation = Pick<Lines, 'overhear' | 'close'> & {
  readonly say: (sentence: string) => void;
  /** The answer; undefined once the input has ended. */
  readonly ask: (question: string) => Promise<string | undefined>;
};

export type ConversationRequest = {
  readonly input: NodeJS.ReadableStream;
  readonly output: Pick<NodeJS.WriteStream, 'write' | 'columns'>;
  readonly ascii: boolean;
};

/** The terminal stays as it is: it echoes what is typed, and a line can be corrected before it is sent. */
export function openConversation({ input, output, ascii }: ConversationRequest): Conversation {
  const { next, overhear, close } = openLines(input);
  const say = (sentence: string) => {
    const columns = output.columns || undefined;
    output.write(spoken([sentence], columns ? { ascii, columns } : { ascii }));
  };
  return {
    say,
    async ask(question) {
      // The answer gets its own row, because typed-ahead text is echoed before the question comes.
      say(question);
      return next();
    },
    overhear,
    close,
  };
}
