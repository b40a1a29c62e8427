import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { test } from 'node:test';
import { current, field, quick, warning } from '../helpers/terminal/terminal-screens.ts';
import { openTerminal } from '../helpers/terminal/terminal.ts';

/** Nobody listens on this port: it is reserved for the discard protocol. */
const closed = 'http://127.0.0.1:9';

/** A server that accepts connections and never answers. */
async function silent() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { server, address: `http://127.0.0.1:${port}` };
}

test('a launch shows the setup screen: the machine, its CPUs and the plan', async () => {
  using terminal = openTerminal({ args: quick });
  const screen = await terminal.until('SETUP');
  assert.match(screen, /CPUs? usable/);
  assert.match(screen, /last 30 s /);
  assert.match(screen, current('Size', '2,000'));
  assert.match(screen, field('Tasks', '4'));
  assert.match(screen, field('Rounds', '2'));
  assert.equal(terminal.buffer(), 'alternate');
  assert.equal(terminal.cursorVisible(), false);
});

test('the forecast follows as soon as the workload is timed', async () => {
  using terminal = openTerminal({ args: quick });
  const screen = await terminal.until('in all');
  assert.match(screen, /\(local, (about|less)/);
  assert.match(screen, /(About|Less) [^│]+ in all/);
});

test('the arrows change the size in 1-2-5 steps', async () => {
  using terminal = openTerminal({ args: ['--size', '20k'] });
  await terminal.until(current('Size', '20,000'));
  terminal.press('right');
  await terminal.until(current('Size', '50,000'));
  terminal.press('right');
  await terminal.until(current('Size', '100,000'));
  terminal.press('left', 'left', 'left');
  await terminal.until(current('Size', '10,000'));
});

test('shifted arrows and brackets halve and double the size', async () => {
  using terminal = openTerminal({ args: ['--size', '12k'] });
  await terminal.until(current('Size', '12,000'));
  terminal.press('shift+right');
  await terminal.until(current('Size', '24,000'));
  terminal.press('shift+left', 'shift+left');
  await terminal.until(current('Size', '6,000'));
  terminal.press(']');
  await terminal.until(current('Size', '12,000'));
  terminal.press('[', '[');
  await terminal.until(current('Size', '3,000'));
});

test('digits are taken with enter, which does not run', async () => {
  using terminal = openTerminal({ args: quick });
  await terminal.until('SETUP');
  terminal.press('1', '2');
  const typing = await terminal.until(current('Size', '12_'));
  assert.match(typing, /enter accept/);
  terminal.press('5', 'enter');
  const taken = await terminal.until(current('Size', '125'));
  assert.match(taken, /SETUP/);
});

test('a number that is pasted with its line break is taken', async () => {
  using terminal = openTerminal({ args: quick });
  await terminal.until('SETUP');
  terminal.press('50000\r');
  await terminal.until(current('Size', '50,000'));
});

test('escape gives up what is typed', async () => {
  using terminal = openTerminal({ args: quick });
  await terminal.until('SETUP');
  terminal.press('77');
  await terminal.until(current('Size', '77_'));
  terminal.press('escape');
  await terminal.until(current('Size', '2,000'));
});

test('backspace corrects what is typed, and gives up after the last digit', async () => {
  using terminal = openTerminal({ args: quick });
  await terminal.until('SETUP');
  terminal.press('123', 'backspace', 'backspace', '9');
  await terminal.until(current('Size', '19_'));
  terminal.press('backspace', 'backspace');
  await terminal.until(current('Size', '2,000'));
});

test('leaving the field takes what is typed', async () => {
  using terminal = openTerminal({ args: quick });
  await terminal.until('SETUP');
  terminal.press('4000', 'down');
  const screen = await terminal.until(current('Tasks', '4'));
  assert.match(screen, field('Size', '4,000'));
});

test('a size out of range is refused with one sentence and stays open to be corrected', async () => {
  using terminal = openTerminal({ args: quick });
  await terminal.until('SETUP');
  terminal.press('999999', 'enter');
  const sentence = 'list takes 0 to 300,000 terms, pair up to 10,000,000.';
  const refused = await terminal.until((screen) => warning(screen) === sentence);
  assert.match(refused, current('Size', '999999_'));
  terminal.press('backspace', 'enter');
  const taken = await terminal.until(current('Size', '99,999'));
  assert.equal(warning(taken), '');
});

test('up, down and tab go from field to field and round the ends', async () => {
  using terminal = openTerminal({ args: quick });
  await terminal.until(/> Size/);
  for (const name of ['Tasks', 'Workers', 'Rounds']) {
    terminal.press('down');
    await terminal.until(new RegExp(`> ${name}`));
  }

  for (const name of ['Workload', 'Engines', 'Ray', 'Size']) {
    terminal.press('tab');
    await terminal.until(new RegExp(`> ${name}`));
  }

  terminal.press('up');
  await terminal.until(/> Ray/);
  terminal.press('shift+tab');
  await terminal.until(/> Engines/);
});

test('every other field changes with the arrows', async () => {
  using terminal = openTerminal({ args: ['--tasks', '5', '--workers', '40', '--rounds', '5'] });
  await terminal.until('SETUP');
  terminal.press('down', 'right');
  await terminal.until(current('Tasks', '10'));
  terminal.press('down', 'left');
  await terminal.until(current('Workers', '39'));
  terminal.press('down', 'left');
  await terminal.until(current('Rounds', '4'));
  terminal.press('down', 'right');
  await terminal.until(current('Workload', 'pair'));
});

test('space switches engines off and on, but never the last one', async () => {
  using terminal = openTerminal({ args: quick });
  await terminal.until('SETUP');
  terminal.press('up', 'up', ' ');
  await terminal.until(/> Engines +\[ \] local {2}\[x\] pool/);
  terminal.press('right', ' ');
  const refused = await terminal.until('One engine at least must be on.');
  assert.match(refused, /\[ \] local {2}\[x\] pool/);
  terminal.press('left', ' ');
  await terminal.until(/> Engines +\[x\] local {2}\[x\] pool/);
});

test('a plan that would not fit into memory is refused, and p takes pair instead', async () => {
  using terminal = openTerminal({
    args: ['--size', '300k', '--workers', '1024', '--tasks', '2048'],
  });
  const refused = await terminal.until('Too much memory');
  assert.match(
    warning(refused),
    /^Too much memory: press p to take pair instead, or f to run it anyway\./,
  );
  assert.match(refused, /TB at once/);
  assert.match(refused, /p pair instead {2}f run anyway/);
  terminal.press('enter');
  terminal.press('p');
  const pair = await terminal.until(field('Workload', 'pair'));
  assert.match(pair, /SETUP/);
  assert.equal(warning(pair), '');
  await terminal.until(/enter run/);
});

test('an address where nobody listens is asked when it is taken, and its failure says what to do', async () => {
  using terminal = openTerminal({ args: quick });
  await terminal.until('in all');
  terminal.press('up');
  await terminal.until('> Ray');
  terminal.press(`\x1b[200~ ${closed}\x1b[201~`);
  await terminal.until(current('Ray', `${closed}_`));
  terminal.press('enter');
  const missed = await terminal.until('r tries again');
  assert.match(
    warning(missed),
    /^No Ray dashboard at http:\/\/127\.0\.0\.1:9: nothing listens there\. Start /,
  );
});

test('what is no address is refused, escape gives it up, and space switches Ray off', async () => {
  using terminal = openTerminal({ args: [...quick, '--ray', closed] });
  await terminal.until('r tries again');
  terminal.press('up', '\x1b[200~ray://head:10001\x1b[201~', 'enter');
  await terminal.until((screen) => warning(screen).includes('is a Ray Client address (ray://)'));
  terminal.press('escape');
  await terminal.until((screen) => !screen.includes('esc discard'));
  terminal.press(' ');
  const off = await terminal.until('[ ] off');
  assert.equal(warning(off), '');
});

test('a start that waits for Ray is given up by escape', async () => {
  const { server, address } = await silent();
  try {
    using terminal = openTerminal({ args: [...quick, '--ray', address] });
    await terminal.until('in all');
    terminal.press('enter');
    await terminal.until('waiting for Ray to answer…  esc cancel');
    terminal.press('escape');
    await terminal.until('enter run');
  } finally {
    server.close();
  }
});
