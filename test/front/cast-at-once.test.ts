import assert from 'node:assert/strict';
import { test } from 'node:test';
import { madeUpTime } from '../../source/core/made-up-time.ts';
import { defaultSettings } from '../../source/core/plan/settings.ts';
import type { Event } from '../../source/core/profile/event.ts';
import { playAtOnce } from '../../source/front/play-at-once.ts';
import { openCastRecording } from '../../source/output/asciicast/cast-recording.ts';
import { markerOf, watchMarkers } from '../../source/output/asciicast/markers.ts';
import { framePeriod } from '../../source/output/asciicast/pace.ts';
import { virtualKeyboard } from '../../source/output/asciicast/virtual-terminal.ts';
import { openReplay } from '../../source/session/replay/replay.ts';
import { mount } from '../../source/ui/mount.tsx';
import { castOf, memoryDisk, type Cast } from '../helpers/casts/casts.ts';
import { demoRecordings } from '../helpers/session/demo-recordings.ts';

const [recording] = demoRecordings(700);
const { events } = recording;
const [{ plan, at: began }] = events;
const length = events.at(-1)!.at - began;

/** The cast of a replay that nobody sees. */
async function castMade(speed: number): Promise<Cast> {
  const [time, disk] = [madeUpTime(), memoryDisk()];
  const session = openReplay({ recording, version: '1.2.3', speed, timing: time });
  const cast = openCastRecording({
    path: 'replay.cast',
    overwrite: false,
    disk,
    version: 2,
    startedAt: 0,
    environment: {},
    timing: time,
    onFailure: ({ message }) => assert.fail(message),
  });
  watchMarkers(session, cast.mark);
  const screen = mount(
    { session, settings: defaultSettings, ascii: false, onInterrupt() {}, onSuspend() {} },
    { stdout: cast.stdout, stdin: virtualKeyboard() },
  );
  const ended = new Promise<void>((resolve) => {
    session.subscribe(() => session.playback.status().state === 'ended' && resolve());
  });
  await playAtOnce({ time, screen }, ended);
  screen.leave();
  await screen.left;
  cast.close();
  await session.close();
  return castOf(disk.text());
}

const marked = (event: Event) => {
  const label = markerOf(event, plan);
  return label === undefined ? [] : [{ at: event.at - began, label }];
};

for (const speed of [1, 4]) {
  test(`a cast that nobody waits for is as long as the run was, at ${speed} times its speed, and so are its marks`, async () => {
    const { events: shown } = await castMade(speed);
    assert.ok(Math.abs(shown.at(-1)!.at * 1000 - length / speed) <= 2 * framePeriod);
    const marks = shown.filter(({ code }) => code === 'm');
    const wanted = events.flatMap(marked);
    assert.deepEqual(
      marks.map(({ data }) => data),
      wanted.map(({ label }) => label),
    );
    for (const [index, { at }] of marks.entries()) {
      const late = at * 1000 - wanted[index]!.at / speed;
      assert.ok(late >= -1 && late <= framePeriod + 1, `mark ${index} is late by ${late} ms`);
    }
  });
}
