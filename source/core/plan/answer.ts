import type { Failure } from '../failure.ts';
import type { Answer } from './fibonacci.ts';
import type { Case } from './plan.ts';
import { workloads, type WorkloadName } from './workload.ts';

export const expectedAnswer = (workload: WorkloadName, n: number): Answer =>
  workloads[workload].answer(n);

type AnsweredTask = Answer & { readonly task: number };

/** The failure of the first task with a wrong answer; undefined if all are right. */
export function wrongAnswer(
  { id, workload, size }: Case,
  tasks: readonly AnsweredTask[],
): Failure | undefined {
  const expected = expectedAnswer(workload, size);
  const wrong = tasks.find(
    ({ digest, kept }) => digest !== expected.digest || kept !== expected.kept,
  );
  return (
    wrong && {
      code: 'wrong-answer',
      message:
        wrong.digest === expected.digest
          ? `${id}: task ${wrong.task} did not keep the terms that ${workload} keeps (n = ${size}): kept ${wrong.kept ?? 'nothing'}, expected ${expected.kept ?? 'nothing'}.`
          : `${id}: task ${wrong.task} computed a wrong sequence (n = ${size}): digest ${wrong.digest}, expected ${expected.digest}.`,
      hint: 'Run it again; if it stays, test the memory of this machine, and report it.',
    }
  );
}
