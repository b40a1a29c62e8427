import type { Report } from '../core/report/report.ts';
import { count, counted } from '../core/text/format.ts';

/** "stopped after 3 of 5 rounds: only what had finished counts", of an interrupted run. */
export function stoppedAfter({ finished, plan, passes }: Report): readonly string[] {
  if (finished) {
    return [];
  }

  const ended = (id: string, round: number) =>
    passes.some((pass) => pass.case === id && pass.round === round && pass.status !== 'cancelled');
  const whole = plan.order.findIndex((ids, index) => !ids.every((id) => ended(id, index + 1)));
  const rounds = whole === -1 ? plan.rounds : whole;
  return [
    `stopped after ${count(rounds)} of ${counted(plan.rounds, 'round')}: only what had finished counts`,
  ];
}
