import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { filmStep } from '../../media/camera.ts';
import { demoFilm } from '../../media/demo-film.ts';
import { shotsOf } from '../../media/shots.ts';
import { readRun } from '../../source/output/run-files/read.ts';
import { castOf } from '../helpers/casts/casts.ts';
import { rowsOf } from '../helpers/casts/made-shots.ts';
import { lettersSeen } from '../helpers/casts/seen-film.ts';
import { svgRead } from '../helpers/casts/svg.ts';

const media = new URL('../../media/', import.meta.url);
const opened = await readRun(fileURLToPath(new URL('runs/first.json.gz', media)));
assert.ok(opened.status !== 'failed');
const { run } = opened;
const film = await demoFilm(run);
const cast = castOf(film.cast);
const { shots, length } = await shotsOf(cast, filmStep);
const screens = shots.map(({ screen }) => rowsOf(screen));
const markers = cast.events.filter(({ code }) => code === 'm');

test('the same run gives the same film, to the byte', async () => {
  assert.deepEqual(await demoFilm(run), film);
});

test('the film lasts 15 to 20 seconds', () => {
  assert.ok(length >= 15_000 && length <= 20_000, `${length} ms`);
});

test('the film begins and ends with the results and their verdict', () => {
  for (const screen of [screens[0], screens.at(-1)]) {
    assert.match(screen!, /RESULTS[^]* 2 workers: .+ times as fast/);
  }
});

test('where nothing plays, the picture of the film is the results, too', () => {
  const still = lettersSeen(svgRead(film.picture));
  assert.match(still, /RESULTS[^]* 2 workers: .+ times as fast/);
  assert.equal(lettersSeen(svgRead(film.picture), 0), still);
});

test('between them the setup is seen with the load of its CPUs, and the run with a bar for every worker', () => {
  const order = [/SETUP[^]*CPU LOAD/, /LOCAL, ROUND 1[^]* w1 /, /POOL, ROUND 5[^]* w1 [^]* w2 /];
  const seen = order.map((words) => screens.findIndex((screen) => words.test(screen)));
  assert.ok(!seen.includes(-1), seen.join());
  assert.deepEqual(
    seen,
    seen.toSorted((one, other) => one - other),
  );
});

test('while bars move there are 8 to 10 pictures a second', () => {
  const [from = 0, to = 0] = [markers[0], markers.at(-1)].map((mark) => mark!.at * 1000);
  const pictures = shots.filter(({ at }) => at >= from && at < to).length;
  const each = pictures / ((to - from) / 1000);
  assert.ok(each >= 8 && each <= 10.1, `${each} pictures a second`);
});

test('the picture of the film in the repository takes at most 250 kB', async () => {
  for (const picture of [film.picture, await readFile(new URL('demo.svg', media), 'utf8')]) {
    assert.ok(Buffer.byteLength(picture) <= 250_000, `${Buffer.byteLength(picture)} bytes`);
  }
});
