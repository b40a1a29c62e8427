import { setTimeout } from 'node:timers/promises';
import { duration } from '../source/core/text/format.ts';
import type { Milliseconds } from '../source/core/units.ts';
import { openTerminal, program } from '../test/helpers/terminal/terminal.ts';
import { atMost, judge, ratioText, times } from './helpers/bars.ts';
import { withBundled } from './helpers/bundled.ts';
import { headline, runsOr } from './helpers/command.ts';
import { interleave, mediansOf, ratioOf } from './helpers/pairs.ts';
import { openWindow, readable } from './helpers/window.ts';

// How long does the start take? From launch to the first frame with SETUP, the size and a CPU, compared with an Ink
// program that shows one word, bundled the same way: `npm run bench:start`. The bar is for a start that finds the
// compiled code of an earlier one.

const runs = runsOr(15);
const most = 1.5;
/** Lets the system clean up after the previous program. */
const pause: Milliseconds = 150;

const firstFrame = ['SETUP', '50,000', 'each now'];

headline(`From launch to the first frame, ${runs} interleaved starts of each`);
await withBundled('benchmark/start/empty.tsx', async (empty) => {
  const pairs = async () =>
    interleave(
      { runs, warmUps: 2 },
      async () => untilShown([process.execPath, program], firstFrame),
      async () => untilShown(empty, ['ready']),
    );
  // These are killed before they keep anything.
  const first = await pairs();
  await keepCompiled();
  const later = await pairs();
  const { ours, other } = mediansOf(later);
  const ratio = ratioOf(later);
  console.log(`fibtui, first start    ${duration(mediansOf(first).ours).padStart(7)}`);
  console.log(`fibtui, later starts   ${duration(ours).padStart(7)}`);
  console.log(`an empty Ink program   ${duration(other).padStart(7)}`);
  console.log(`ratio, first start     ${ratioText(ratioOf(first), times)}`);
  console.log(`ratio, later starts    ${ratioText(ratio, times)}\n`);
  judge([atMost('first frame against an empty Ink program', ratio.value, { most, show: times })]);
});

/** One start that a person ends: on leaving, Node writes what it has compiled. */
async function keepCompiled(): Promise<void> {
  using terminal = openTerminal();
  await terminal.until('SETUP');
  terminal.press('q');
  await terminal.exited;
}

/** From launch until all words are on the screen; then the program is ended. */
async function untilShown(
  command: readonly string[],
  words: readonly string[],
): Promise<Milliseconds> {
  await setTimeout(pause);
  let written = '';
  let shown = () => {};
  const complete = new Promise<void>((resolve) => (shown = resolve));
  const launched = performance.now();
  const window = openWindow({
    command,
    columns: 80,
    rows: 24,
    onText(text) {
      written += text;
      const screen = readable(written);
      if (words.every((word) => screen.includes(word))) {
        shown();
      }
    },
  });
  const early = window.ended.then(() => {
    throw new Error(`${command.join(' ')} ended before it showed ${words.join(', ')}.`);
  });
  await Promise.race([complete, early]);
  const took = performance.now() - launched;
  window.kill();
  await window.ended;
  return took;
}
