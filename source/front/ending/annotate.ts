import { reportOf } from '../../core/report/report-of.ts';
import type { Session } from '../../core/session/session.ts';
import { annotationsOf } from '../../output/annotations.ts';
import { isReadByRunner } from '../../output/runner-commands.ts';
import { sayLine } from '../say.ts';

/** In GitHub Actions, marks what failed and what may have moved the numbers. It reads standard error as well as output. */
export function annotate(
  session: Pick<Session, 'state' | 'version'>,
  program: Pick<NodeJS.Process, 'stderr' | 'env'>,
): void {
  const report = reportOf(session.state(), session.version);
  if (report && isReadByRunner(program.env)) {
    annotationsOf(report).forEach((line) => sayLine(program, line));
  }
}
