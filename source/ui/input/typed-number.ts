import { rangeProblem, type NumberField } from '../../core/plan/settings.ts';
import type { WorkloadName } from '../../core/plan/workload.ts';
import { parseCount, respelled } from '../../core/text/read-number.ts';

/** Enough for any number that a field takes, with its groups. */
const longest = 11;

const examples = '50000, 50,000, 50k, 1.5k or 5e4';

/** Whether a text may be part of a number: digits, groups, a point, a factor, an exponent. */
export const isOfNumber = (text: string): boolean => /^[\d.,_kMe]+$/.test(text);

/** A number being typed, or why the last key or paste is not part of it. */
export type Typing = { readonly typed: string; readonly notice?: string };

/** Adds to what is typed: all of it or nothing. */
export function withTyped(typed: string, added: string): Typing {
  if (!isOfNumber(added)) {
    return {
      typed,
      notice: `A number is typed like ${examples}: enter takes it, esc leaves it.`,
    };
  }

  return typed.length + added.length <= longest
    ? { typed: typed + added }
    : { typed, notice: `A number has ${longest} characters at most.` };
}

/** Why what is typed cannot be taken, in one sentence; undefined if it can. */
export function typedProblem(
  typed: string,
  field: NumberField,
  workload: WorkloadName,
): string | undefined {
  const value = parseCount(typed);
  return value === undefined
    ? `${typed} is not a whole number: write ${respelled(typed) ?? `it like ${examples}`}.`
    : rangeProblem(field, value, workload);
}
