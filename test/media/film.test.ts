import assert from 'node:assert/strict';
import { test } from 'node:test';
import { castText } from '../../media/cast-text.ts';
import { filmStep, shoot, type Footage } from '../../media/camera.ts';
import { filmOf } from '../../media/film.ts';
import { shotsOf, type Shot } from '../../media/shots.ts';
import { realTiming } from '../../source/session/real-timing.ts';
import { openReplay } from '../../source/session/replay/replay.ts';
import { castOf, pictureOf, replayed } from '../helpers/casts/casts.ts';
import { rowsOf, screenAfter } from '../helpers/casts/made-shots.ts';
import { randomRun } from '../helpers/profiles/runs.ts';
import { lettersSeen } from '../helpers/casts/seen-film.ts';
import { allOf, svgRead } from '../helpers/casts/svg.ts';

const window = { columns: 80, rows: 24 };

/** A made-up run from its beginning to its results. */
async function runFilmed(): Promise<Footage> {
  const { recording } = randomRun(0);
  const open = (clock: () => number) => {
    const { playback: _, ...session } = openReplay({
      recording,
      version: '1.2.3',
      timing: { ...realTiming, now: clock },
    });
    return { session, follows: true };
  };
  return shoot({ open, window, length: 10_000 });
}

const footage = await runFilmed();
const shots = await shotsOf(footage, filmStep);
const source = filmOf({ ...shots, label: 'A <run> & its "results".' });
const film = svgRead(source);

/** Removes the glyphs that are drawn as shapes. */
const letters = (rows: string): string =>
  rows
    .replaceAll(/[█▓▒░▁▂▃▄▅▆▇─│├┤╭╮╰╯]/g, ' ')
    .split('\n')
    .map((row) => row.trimEnd())
    .join('\n')
    .trimEnd();

/** The time and the cells of a shot with their looks, as one text. */
const looks = ({ at, screen }: Shot): string =>
  [at, ...screen.flat().map(({ text, look }) => `${look.codes} ${text}`)].join('|');

const lettersOf = (index: number): string => letters(rowsOf(shots.shots.at(index)!.screen));

test('at every moment a film shows what the window showed', () => {
  const whole = shots.length;
  assert.equal(shots.shots.length > 10, true);
  for (const [index, { at }] of shots.shots.entries()) {
    const until = shots.shots[index + 1]?.at ?? whole;
    assert.equal(lettersSeen(film, (at + 1) / whole), lettersOf(index));
    assert.equal(lettersSeen(film, (until - 1) / whole), lettersOf(index));
  }
});

test('without animations a film is a picture of its end', () => {
  assert.equal(lettersSeen(film), lettersOf(-1));
  assert.match(
    source,
    /@media \(prefers-reduced-motion:reduce\)\{\.a\{animation:none!important\}\}/,
  );
});

test('a film needs no script and loads nothing', () => {
  const names = new Set(allOf(film).map(({ name }) => name));
  assert.deepEqual(names, new Set(['svg', 'style', 'rect', 'g', 'path', 'text']));
  const attributes = allOf(film).flatMap(({ attributes }) => Object.entries(attributes));
  const style = allOf(film).find(({ name }) => name === 'style')?.text ?? '';
  const named = attributes.filter(([name]) => /^on|href|src/.test(name));
  assert.deepEqual(named, []);
  const reaching = [style, ...attributes.map(([, value]) => value)].filter((text) =>
    /:\/\/|url\(|@import/.test(text),
  );
  assert.deepEqual(reaching, ['http://www.w3.org/2000/svg']);
});

test('a film has a description for screen readers', () => {
  assert.equal(film.attributes['aria-label'], 'A <run> & its "results".');
});

test('a film rounds for ever', () => {
  assert.match(source, new RegExp(`animation:${shots.length / 1000}s step-end infinite`));
});

test('a cast of changes shows the same as whole frames, at the same time', async () => {
  const cast = castOf(castText({ ...shots, window, title: 'fibtui', startedAt: 0, markers: [] }));
  const again = await shotsOf(cast, filmStep);
  assert.equal(again.length, shots.length);
  assert.deepEqual(again.shots.map(looks), shots.shots.map(looks));
});

test('a terminal that plays a cast looks like the filmed one', async () => {
  const cast = castOf(castText({ ...shots, window, title: 'fibtui', startedAt: 0, markers: [] }));
  const ends = [await replayed({ header: {}, ...footage }), await replayed(cast)].map((emulator) =>
    pictureOf(emulator)
      .slice(1)
      .map((row) => row.replaceAll(/ <[^>]*>/g, ' ')),
  );
  assert.deepEqual(ends[1], ends[0]);
});

test('a cast keeps its markers, in chronological order', () => {
  const markers = [{ at: 500, label: 'local 1/5' }];
  const { events } = castOf(castText({ ...shots, window, title: 'fibtui', startedAt: 0, markers }));
  assert.deepEqual(
    events.filter(({ code }) => code === 'm'),
    [{ at: 0.5, code: 'm', data: 'local 1/5' }],
  );
  assert.deepEqual(
    events.map(({ at }) => at),
    events.map(({ at }) => at).toSorted((one, other) => one - other),
  );
});

test('a bar that moves is drawn in one piece', async () => {
  const size = { columns: 12, rows: 2 };
  const at = async (time: number, text: string) => ({
    at: time,
    screen: await screenAfter(text, size),
  });
  const moving = filmOf({
    shots: [await at(0, 'w1 ████····'), await at(125, 'w1 ██████··')],
    length: 250,
    label: 'A bar.',
  });
  const widths = allOf(svgRead(moving))
    .filter(({ name, attributes }) => name === 'rect' && attributes['x'] === '0')
    .map(({ attributes }) => attributes['width']);
  assert.deepEqual(widths, ['33.6', '50.4']);
});
