import { count, counted } from '../text/format.ts';
import type { Report } from './report.ts';

/** "stopped after 3 of 5 rounds"; undefined if the run came to its end. */
export function stoppedAfter({ finished, plan, passes }: Report): string | undefined {
  if (finished) {
    return undefined;
  }

  const ended = new Set(
    passes
      .filter(({ status }) => status !== 'cancelled')
      .map(({ case: id, round }) => `${id} ${round}`),
  );
  const whole = plan.order.filter((round, index) =>
    round.every((id) => ended.has(`${id} ${index + 1}`)),
  ).length;
  return `stopped after ${count(whole)} of ${counted(plan.rounds, 'round')}`;
}

/** The same as a list of at most one text, with its consequence. */
export const stoppedTexts = (report: Report): readonly string[] => {
  const text = stoppedAfter(report);
  return text === undefined ? [] : [`${text}: only what had finished counts`];
};
