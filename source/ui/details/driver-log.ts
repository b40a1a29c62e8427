import { loggedFailures, type LoggedFailure } from '../../core/profile/logged-failures.ts';
import type { ProfileState } from '../../core/profile/state.ts';
import { emptyLine, line } from '../canvas/line.ts';
import { marked, paragraph, type Section } from './section.ts';

/** For each failed pass that left one: the failure, the hint, and the last lines of its driver's log. */
export const driverLogs = (
  profile: Pick<ProfileState, 'passes'>,
  width: number,
): readonly Section[] => loggedFailures(profile).map((failure) => logSection(failure, width));

const logSection = ({ pass, message, hint, log }: LoggedFailure, width: number): Section => ({
  title: `DRIVER'S LOG: ${pass}`,
  rows: [
    ...marked(
      { text: '!', tone: 'warning' },
      paragraph(`${message} ${hint}`, width - 2, 'warning'),
    ),
    emptyLine,
    ...log.map((row) => line(row)),
  ],
});
