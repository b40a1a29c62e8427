import { UsageError } from '../core/failure.ts';
import type { Session } from '../core/session/session.ts';
import type { Options } from '../options/options.ts';
import { progressLines } from './progress-lines.ts';

export type HeadlessRequest = {
  readonly session: Session;
  readonly options: Options;
  /** Takes a line of progress; left out where nobody would see it. */
  readonly progress?: (line: string) => void;
};

/** Runs the plan without a screen; throws a `UsageError` where it needs too much memory. */
export async function runHeadless(request: HeadlessRequest): Promise<void> {
  const { session, progress } = request;
  const stop = progress ? progressLines(session, progress) : () => {};
  await runPlan(request).finally(stop);
}

async function runPlan({ session, options, progress }: HeadlessRequest): Promise<void> {
  const { settings } = options;
  progress?.(`calibrating ${settings.workload}`);
  const attempt = await session.run(settings);
  if (attempt.status === 'refused') {
    throw new UsageError(
      `${attempt.refusal}; take --workload pair, a smaller --size or fewer --workers, or add --force.`,
    );
  }

  await attempt.ended;
}
