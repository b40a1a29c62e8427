import { expectedAnswer } from '../plan/answer.ts';
import type { Case } from '../plan/plan.ts';
import type { Failure } from '../failure.ts';
import { counted } from '../text/format.ts';
import { taskAt, textAt, type Spans } from './spans.ts';

/** The failure of the first task with a wrong answer; undefined if all are right. */
export function wrongAnswer({ id, workload, size }: Case, spans: Spans): Failure | undefined {
  const expected = expectedAnswer(workload, size);
  for (let index = 0; index < spans.count; index++) {
    const [digest, kept] = [textAt(spans.digest, index), textAt(spans.kept, index)];
    if (digest !== expected.digest || kept !== expected.kept) {
      const task = `${id}: task ${taskAt(spans, index)}`;
      return {
        code: 'wrong-answer',
        message:
          digest === expected.digest
            ? `${task} did not keep what ${workload} keeps of ${counted(size, 'term')}: kept ${kept ?? 'nothing'}, expected ${expected.kept ?? 'nothing'}.`
            : `${task} computed a wrong sequence of ${counted(size, 'term')}: digest ${digest ?? 'none'}, expected ${expected.digest}.`,
        hint: 'Run again; if it happens again, test the memory of this machine, and report it.',
      };
    }
  }

  return undefined;
}

/** How many of the tasks 0 … `tasks` − 1 the spans have. */
export function tasksDone(spans: Spans, tasks: number): number {
  const done = new Uint8Array(tasks);
  for (let index = 0; index < spans.count; index++) {
    done[taskAt(spans, index)] = 1;
  }

  return done.reduce((sum, one) => sum + one, 0);
}
