import { nextStepsOf, type NextStep } from '../core/report/next-steps.ts';
import type { Report } from '../core/report/report.ts';
import { count } from '../core/text/format.ts';
import type { WorkloadName } from '../core/plan/workload.ts';

/** How a step is taken: by flags, or by answers to questions. */
export type Ways = {
  readonly rounds: (many: number) => string;
  /** Of Ray alone; absent where only a flag can do it. */
  readonly ofRay?: (many: number) => string;
  readonly size: string;
  readonly check: (workload: WorkloadName) => string;
};

export const byFlags: Ways = {
  rounds: (many) => `Add --rounds ${many}`,
  ofRay: (many) => `Add --ray-rounds ${many}`,
  size: 'add a larger --size',
  check: (workload) => `add --workload ${workload}`,
};

export const byAnswers: Ways = {
  rounds: (many) => `Take ${count(many)} rounds`,
  size: 'take a larger size',
  check: () => 'answer m',
};

/** What to try next, and how: the most important first. What failed stands elsewhere. */
export const nextTexts = (report: Report, ways: Ways): readonly string[] =>
  nextStepsOf(report)
    .filter(({ does }) => does !== 'mend')
    .map((step) => textOf(step, ways));

function textOf(step: NextStep, ways: Ways): string {
  switch (step.does) {
    case 'rounds': {
      const { rounds, ofRay, before, after } = step;
      const way = ofRay === undefined ? undefined : ways.ofRay?.(ofRay);
      const what = `${way ?? ways.rounds(rounds)}${after === undefined ? '' : `: ${after}`}.`;
      return before === undefined ? what : `${before} ${what}`;
    }
    case 'size':
      return `${step.because}: ${ways.size}.`;
    case 'check':
      return step.text.replace(/\bpress m\b/, ways.check(step.workload));
    case 'again':
    case 'larger':
    case 'settings':
    case 'nothing':
    case 'mend':
      return step.text;
  }
}
