import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNearMiss } from '../../../source/options/refusals/near-miss.ts';

for (const [typed, meant] of [
  ['runn', 'run'],
  ['rnu', 'run'],
  ['repaly', 'replay'],
  ['histry', 'history'],
  ['--sizes', '--size'],
  ['--siez', '--size'],
  ['--wokers', '--workers'],
  ['--idle', '--idle-time-limit'],
] as const) {
  test(`${typed} is probably meant as ${meant}`, () => assert.ok(isNearMiss(typed, meant)));
}

for (const [typed, meant] of [
  ['--format', '--force'],
  ['--foo', '--force'],
  ['--brief', '--ray'],
  ['ran', 'show'],
  ['go', 'show'],
  ['x', 'run'],
  ['', 'run'],
  ['help', 'replay'],
] as const) {
  test(`${typed} is no misspelt ${meant}`, () => assert.ok(!isNearMiss(typed, meant)));
}
