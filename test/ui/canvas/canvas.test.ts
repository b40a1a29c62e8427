import xterm from '@xterm/headless';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paletteOf, type Tone } from '../../../source/core/text/palette.ts';
import { openCanvas } from '../../../source/ui/canvas/canvas.ts';
import { fitted, line, piece, spinner, type Line } from '../../../source/ui/canvas/line.ts';
import { pictureOf, shown, textOf } from '../../helpers/casts/casts.ts';
import { seeded } from '../../helpers/numbers/random.ts';

const dark = paletteOf({ background: 'dark', colours: 'all' });
const light = paletteOf({ background: 'light', colours: 'all' });

/** A canvas, and everything that it has written since it was last asked. */
function opened() {
  let [text, palette] = ['', dark];
  const listeners = new Set<() => void>();
  const canvas = openCanvas({
    write: (part) => void (text += part),
    colours: {
      palette: () => palette,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  });
  return {
    ...canvas,
    written() {
      const taken = text;
      text = '';
      return taken;
    },
    turnTo(next: typeof palette) {
      palette = next;
      listeners.forEach((listener) => listener());
    },
  };
}

const tones: readonly Tone[] = ['plain', 'strong', 'load', 'first', 'answer'];

/** Rows as screens have them: mostly the same from frame to frame, with a number or a bar that moves. */
function randomRows(random: () => number, before: readonly Line[]): readonly Line[] {
  const any = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
  return before.map((row) =>
    random() < 0.7
      ? row
      : fitted(
          Array.from({ length: 6 }, () =>
            piece(any(['▇▇▇', 'local ', '漢字', ' ', '12 %', '····']), any(tones)),
          ),
          30,
        ),
  );
}

async function emulated(texts: readonly string[]): Promise<xterm.Terminal> {
  const emulator = new xterm.Terminal({ cols: 30, rows: 8, allowProposedApi: true });
  for (const text of texts) {
    await shown(emulator, text);
  }

  return emulator;
}

test('a terminal that got the changes shows what one shows that got the frame whole', async () => {
  for (let seed = 0; seed < 30; seed++) {
    const random = seeded(seed);
    const canvas = opened();
    let rows: readonly Line[] = Array.from({ length: 8 }, () => []);
    const texts: string[] = [];
    for (let frame = 0; frame < 12; frame++) {
      rows = randomRows(random, rows);
      canvas.show(rows);
      texts.push(canvas.written());
    }

    const fresh = opened();
    fresh.show(rows);
    const [grown, whole] = [await emulated(texts), await emulated([fresh.written()])];
    // But for the cursor, which nobody sees.
    assert.deepEqual(pictureOf(grown).slice(1), pictureOf(whole).slice(1));
  }
});

test('a frame like the one before writes nothing', () => {
  const canvas = opened();
  canvas.show([line('one'), line('two')]);
  assert.notEqual(canvas.written(), '');
  canvas.show([line('one'), line('two')]);
  assert.equal(canvas.written(), '');
});

test('of a row that changes only its new cells are written, at their place', () => {
  const canvas = opened();
  canvas.show([line('one'), line('load 12 %')]);
  canvas.written();
  canvas.show([line('one'), line('load 17 %')]);
  assert.equal(canvas.written(), '\x1b[?2026h\x1b[2;7H7\x1b[?2026l');
});

test('a forgotten frame is written whole, over a cleared screen', async () => {
  const canvas = opened();
  canvas.show([line('one'), line('two')]);
  canvas.written();
  canvas.forget();
  canvas.show([line('one'), line('two')]);
  const emulator = await emulated(['remains', canvas.written()]);
  assert.equal(textOf(emulator).trim(), 'one\ntwo');
});

test('another palette draws the same frame again', () => {
  const canvas = opened();
  canvas.show([line(piece('pool', 'second'))]);
  assert.match(canvas.written(), /38;2;47;199;150mpool/);
  canvas.turnTo(light);
  assert.match(canvas.written(), /38;2;0;112;79mpool/);
});

test('spinners turn all at once, and each writes a cell', () => {
  const canvas = opened();
  canvas.show([line('  ', spinner, ' asking'), line(spinner)]);
  canvas.written();
  canvas.turn('|');
  assert.equal(
    canvas.written(),
    '\x1b[?2026h\x1b[1;3H\x1b[1m|\x1b[m\x1b[2;1H\x1b[1m|\x1b[m\x1b[?2026l',
  );
  canvas.turn('|');
  assert.equal(canvas.written(), '');
});

test('a spinner goes on where it stands in the next frame', () => {
  const canvas = opened();
  canvas.show([line(spinner)]);
  canvas.turn('|');
  canvas.written();
  canvas.show([line('done ', spinner)]);
  assert.match(canvas.written(), /done .*\|/);
});
