import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Event } from '../../../source/core/profile/event.ts';
import type { Recording } from '../../../source/core/recording/recording.ts';
import { markerOf, watchMarkers } from '../../../source/output/asciicast/markers.ts';
import { realTiming } from '../../../source/session/real-timing.ts';
import { openReplay } from '../../../source/session/replay/replay.ts';
import { handClock } from '../../helpers/profiles/fake-engine.ts';
import { seeded } from '../../helpers/numbers/random.ts';
import { planWith } from '../../helpers/profiles/profiles.ts';

const plan = planWith({ engines: ['local', 'pool'], rounds: 5 });

/** A profile of ten passes of a second, with the load between them. */
const recording: Recording = {
  scene: [],
  events: [
    { type: 'profile-started', plan, startedAt: '2026-11-23T10:00:00.000Z', at: 0 },
    ...plan.passes.flatMap((pass, index): readonly Event[] => [
      { type: 'pass-started', pass, at: index * 1000 + 1 },
      { type: 'load-sampled', load: [{ cpu: 0, busy: 1 }], at: index * 1000 + 500 },
      { type: 'pass-finished', pass, outcome: { status: 'cancelled' }, at: index * 1000 + 990 },
    ]),
    { type: 'profile-finished', interrupted: false, at: 10_000 },
  ],
};

const once = recording.events.flatMap((event) => markerOf(event, plan) ?? []);

/** The marks of a film of the replay on a machine where every reading of the clock and every timer takes its time. */
function filmed(t: TestContext, late: () => number): readonly string[] {
  t.mock.timers.reset();
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const clock = handClock();
  const now = () => {
    clock.advance(late());
    return clock.now();
  };
  const replay = openReplay({
    recording,
    version: '1.2.3',
    speed: 1000,
    timing: { ...realTiming, now },
  });
  t.after(replay.close);
  // As `fibtui replay --record` does.
  replay.playback.toggle();
  const marks: string[] = [];
  watchMarkers(replay, (label) => marks.push(label));
  replay.playback.restart();
  for (let turns = 0; turns < 200 && replay.playback.status().state !== 'ended'; turns++) {
    clock.advance(late() * 10);
    t.mock.timers.tick(50);
  }

  return marks;
}

test('however late a timer wakes and however slowly the program runs, a film has every mark once', (t) => {
  const random = seeded(13);
  for (const longest of [0, 0.001, 0.1, 1, 10, 200, 3000]) {
    for (let film = 0; film < 30; film++) {
      assert.deepEqual(
        filmed(t, () => random() ** 3 * longest),
        once,
        `waits of up to ${longest} ms`,
      );
    }
  }
});

test('nothing that was due is skipped when somebody pauses, goes back or starts over late', (t) => {
  for (const key of ['toggle', 'back', 'restart'] as const) {
    t.mock.timers.reset();
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const clock = handClock();
    const replay = openReplay({
      recording,
      version: '1.2.3',
      timing: { ...realTiming, now: clock.now },
    });
    t.after(replay.close);
    const marks: string[] = [];
    watchMarkers(replay, (label) => marks.push(label));
    clock.advance(1);
    t.mock.timers.tick(1);
    // Late by less than what counts as stopped.
    clock.advance(1200);
    const { toggle, seek, restart } = replay.playback;
    ({ toggle, back: () => seek(-100), restart })[key]();
    assert.deepEqual(marks.slice(0, 2), once.slice(0, 2), key);
  }
});
