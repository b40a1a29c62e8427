import { count } from '../source/core/text/format.ts';
import { storm, stormFlags } from '../test/helpers/fields/field-storm.ts';
import { openTerminal } from '../test/helpers/terminal/terminal.ts';
import { atLeast, judge } from './helpers/bars.ts';
import { headline, runsOr } from './helpers/command.ts';

// Is every number that the setup screen takes the one that was typed? Random keys, pastes and answers of a terminal, in
// a pty, against a model of the form; it stops at the first screen that differs: `npm run bench:field-storm`.

const runs = runsOr(20_000);
const seed = 20_000;

headline(
  `${count(runs)} random keys, pastes and terminal answers on the setup screen, seed ${seed}`,
);
using terminal = openTerminal({ args: stormFlags });
const { inputs, taken, refused } = await storm(terminal, seed, runs);
console.log(`  keys              ${count(inputs.key)}`);
console.log(`  pastes            ${count(inputs.paste)}`);
console.log(`  terminal answers  ${count(inputs.answer)}`);
console.log(`  refused           ${count(refused)} keys and pastes, each with a sentence\n`);
judge([atLeast('numbers taken, each the typed one', taken, { least: runs / 100, show: count })]);
