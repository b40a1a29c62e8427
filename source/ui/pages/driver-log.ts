import { loggedFailures, type LoggedFailure } from '../../core/profile/logged-failures.ts';
import type { ProfileState } from '../../core/profile/state.ts';
import { wrap } from '../../core/text/wrap.ts';
import { contentWidth, type Room } from '../canvas/frame.ts';
import { line, piece, type Line } from '../canvas/line.ts';
import type { Page } from '../parts/pager.ts';

/** For each failed pass: the failure, the hint, and the log. */
export function driverLogPage(profile: Pick<ProfileState, 'passes'> | undefined, room: Room): Page {
  const failures = profile ? loggedFailures(profile) : [];
  const rows = failures.flatMap((failure, index) => [
    ...(index > 0 ? [[]] : []),
    ...failureRows(failure, contentWidth(room)),
  ]);
  return { title: "DRIVER'S LOG", back: 'd', rows };
}

function failureRows({ pass, message, hint, log }: LoggedFailure, width: number): readonly Line[] {
  const problem = wrap(`${message} ${hint}`, width - 2);
  return [
    line(piece(pass, 'strong')),
    ...problem.map((row, index) => line(piece(`${index === 0 ? '!' : ' '} ${row}`, 'warning'))),
    [],
    ...log.map((row) => line(row)),
  ];
}
