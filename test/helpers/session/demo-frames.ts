import { Writable } from 'node:stream';
import type { MockTimers } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { Milliseconds } from '../../../source/core/units.ts';
import type { WindowSize } from '../../../source/output/asciicast/format.ts';
import { openDemoKeyboard } from '../../../source/session/demo/keyboard.ts';
import { openScriptPlayer } from '../../../source/session/demo/script-player.ts';
import {
  openRecordedSession,
  type RecordedRequest,
} from '../../../source/session/demo/recorded-session.ts';
import { demoScript, demoSettings } from '../../../source/session/demo/script.ts';
import { mount } from '../../../source/ui/mount.tsx';
import { madeUpTime } from '../../../source/core/made-up-time.ts';

export type DemoFramesRequest = Omit<RecordedRequest, 'timing'> & {
  readonly window: WindowSize;
  readonly ascii?: boolean;
  /** Time between two frames; by default that of the screens. */
  readonly period?: Milliseconds;
  /** The process's timers, which must be mocked: `mock.timers`, or those of the test. */
  readonly timers: MockTimers;
};

/** The program's output for a frame. */
export type DemoFrame = { readonly at: Milliseconds; readonly output: string };

/** Turns of the event loop after which a frame is drawn completely. */
const turns = 8;

/**
 * The frames of the recorded demo, drawn as fast as possible in a made-up time: the same bytes every time. The last one
 * gives the terminal back. No timer fires meanwhile, so feed them to an emulator afterwards.
 */
export async function* demoFrames(request: DemoFramesRequest): AsyncGenerator<DemoFrame> {
  const { window, ascii = false, period = 125, timers, ...recorded } = request;
  timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'] });
  try {
    const timing = madeUpTime();
    const session = openRecordedSession({ ...recorded, timing });
    const { stream, type } = openDemoKeyboard(undefined, () => {});
    const demo = openScriptPlayer({
      script: demoScript,
      session,
      timing,
      recorded: true,
      attended: true,
      type,
    });
    const { stdout, written } = openPaper(window);
    const screen = mount(
      { session, settings: demoSettings, ascii, demo, onInterrupt() {}, onSuspend() {} },
      { stdout, stdin: stream },
    );
    const play = { over: false };
    void demo.play().then(() => (play.over = true));
    const settle = async () => {
      for (let turn = 0; turn < turns; turn++) {
        await setImmediate();
      }
    };

    for (await settle(); !play.over; await settle()) {
      yield { at: timing.now(), output: written() };
      timing.pass(period);
      timers.tick(period);
    }

    screen.leave();
    await screen.left;
    await settle();
    timers.tick(period);
    await settle();
    yield { at: timing.now(), output: written() };
  } finally {
    timers.reset();
  }
}

/** A terminal that collects its output until it is taken. */
function openPaper(window: WindowSize) {
  let text = '';
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string, _, done) {
      text += chunk;
      done();
    },
  });
  return {
    stdout: Object.assign(stream, window, { isTTY: true }) as unknown as NodeJS.WriteStream,
    written: () => {
      const taken = text;
      text = '';
      return taken;
    },
  };
}
