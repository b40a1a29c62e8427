import type { OpenedRun } from '../source/output/run-files/read.ts';
import { castOf } from '../test/helpers/casts/casts.ts';
import { filmStep, shoot } from './camera.ts';
import { castText, markersOf } from './cast-text.ts';
import { posterTime } from './film-pace.ts';
import { filmOf } from './film.ts';
import { withPoster } from './poster.ts';
import { shotsOf } from './shots.ts';
import { demoOf } from './stages.ts';

const label =
  'A film of fibtui, at twice the speed: the setup with the load of the CPUs, a run with a bar for every worker, and the results: how many times as fast the pool was, and the durations side by side.';

const window = { columns: 80, rows: 24 };

/** The film in the README: a cast, and a picture made from that cast. Both begin with their end. */
export async function demoFilm(
  shown: OpenedRun,
): Promise<{ readonly cast: string; readonly picture: string }> {
  const footage = await shoot({ window, open: () => demoOf(shown), length: 60_000 });
  const cast = castText({
    ...withPoster(await shotsOf(footage, filmStep), posterTime),
    window,
    title: 'fibtui',
    startedAt: Date.parse(shown.when),
    markers: markersOf(footage).map(({ at, label }) => ({ at: at + posterTime, label })),
  });
  return { cast, picture: filmOf({ ...(await shotsOf(castOf(cast), filmStep)), label }) };
}
