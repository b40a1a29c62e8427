import type { Failure } from '../../core/failure.ts';
import { refusedIn, remedies } from '../../core/refusal.ts';
import { duration } from '../../core/text/format.ts';
import { exitMeaning } from '../ray/job/exit-meaning.ts';
import type { FoundPython } from './find-python.ts';
import { leastVersion, oldVersionIn } from './prelude.ts';
import type { PythonEnd } from './python-end.ts';

const nameAnother = 'Name another Python with --ray-python.';

/** The Python, and who named it. */
const nameOf = ({ path, named }: FoundPython): string =>
  named ? `${path} (from --ray-python)` : path;

/** Why a Python did not begin to work. `lines` are what it printed. */
export function startFailure(
  found: FoundPython,
  end: PythonEnd,
  lines: readonly string[],
): Failure {
  const version = oldVersionIn(lines);
  if (version !== undefined) {
    return {
      code: 'python-old',
      message: `${nameOf(found)} is Python ${version}, which is too old.`,
      hint: `Name Python ${leastVersion} or newer with --ray-python.`,
    };
  }

  return end.how === 'refused' ? refusal(found, end) : noAnswer(found, end, lines);
}

type Refused = Extract<PythonEnd, { readonly how: 'refused' }>;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such program',
  EACCES: 'it is not executable',
  ENOEXEC: 'it is not a program of this system',
};

function refusal(found: FoundPython, { code, message }: Refused): Failure {
  const resource = refusedIn(`${message} ${code}`);
  return {
    code: 'python-refused',
    message: `${nameOf(found)} could not be started: ${reasons[code] ?? message}.`,
    hint: resource ? remedies[resource] : nameAnother,
  };
}

type Unanswered = Exclude<PythonEnd, Refused>;

const noAnswer = (found: FoundPython, end: Unanswered, lines: readonly string[]): Failure => ({
  code: 'python-mute',
  message: `${nameOf(found)} does not run Python code: it ${endText(end)} without a sign of fibtui's driver.`,
  hint: nameAnother,
  ...(lines.length > 0 ? { log: lines } : {}),
});

const endText = (end: Unanswered): string =>
  end.how === 'silent' ? `ran for ${duration(end.after)}` : exitMeaning(end.code);

/** Why a pass failed whose Python worked until then. */
export function passFailure(end: PythonEnd, lines: readonly string[]): Failure {
  const what =
    end.how === 'silent'
      ? `gave no sign of life for ${duration(end.after)}, and was ended`
      : end.how === 'exited'
        ? exitMeaning(end.code)
        : `failed: ${end.message}`;
  return {
    code: 'python-died',
    message: `The Python process ${what}.`,
    hint: 'Run again; if it happens again, take a smaller size.',
    ...(lines.length > 0 ? { log: lines } : {}),
  };
}

/** An error of Python in a task: "MemoryError". The process lives on. */
export const taskFailure = (reason: string): Failure => ({
  code: 'python-error',
  message: `A task failed in Python: ${reason.replace(/\.$/, '')}.`,
  hint: /MemoryError/.test(reason)
    ? 'Take a smaller size, or the workload pair, which keeps only two terms.'
    : 'Run again; if it happens again, report it.',
});
