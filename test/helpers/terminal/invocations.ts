import assert from 'node:assert/strict';
import { UsageError } from '../../../source/core/failure.ts';
import type { Environment } from '../../../source/options/environment.ts';
import type { Options } from '../../../source/options/options.ts';
import { readOptions } from '../../../source/options/read-options.ts';

/** The options of a run with these arguments. */
export function optionsOf(argv: readonly string[], environment: Environment = {}): Options {
  const invocation = readOptions(argv, '1.2.3', environment);
  assert.ok(invocation.type === 'run', 'prints instead of running');
  return invocation.options;
}

/** The sentence with which these arguments are refused. */
export function refusalOf(argv: readonly string[], environment: Environment = {}): string {
  try {
    readOptions(argv, '1.2.3', environment);
  } catch (error) {
    assert.ok(error instanceof UsageError, String(error));
    return error.message;
  }

  return assert.fail(`${JSON.stringify(argv)} is taken`);
}

/** The text that these arguments ask for. */
export function printedBy(argv: readonly string[]): string {
  const invocation = readOptions(argv, '1.2.3');
  assert.ok(invocation.type === 'print', 'runs instead of printing');
  return invocation.text;
}
