import { loggedFailures, type LoggedFailure } from '../../core/profile/logged-failures.ts';
import { printable } from '../../core/text/printable.ts';
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
  const problem = wrap(cells(`${message} ${hint}`), width - 2);
  return [
    line(piece(pass, 'strong')),
    ...problem.map((row, index) => line(piece(`${index === 0 ? '!' : ' '} ${row}`, 'warning'))),
    [],
    ...log.map((row) => line(cells(row))),
  ];
}

/** Replaces every character that may not be exactly one cell wide by a question mark. */
const cells = (text: string): string =>
  printable(text).replaceAll(
    /[^\u0020-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u259f]/gu,
    '?',
  );
