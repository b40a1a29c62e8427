import type { Session } from '../source/core/session/session.ts';
import { defaultSettings } from '../source/core/plan/settings.ts';
import type { WindowSize } from '../source/output/asciicast/format.ts';
import { recordedStdout } from '../source/output/asciicast/recorded-stdout.ts';
import { virtualKeyboard, virtualTerminal } from '../source/output/asciicast/virtual-terminal.ts';
import type { Milliseconds } from '../source/core/units.ts';
import { watchMarkers } from '../source/output/asciicast/markers.ts';
import type { AppProps } from '../source/ui/app.tsx';
import type { mount as mountType } from '../source/ui/mount.tsx';
import type { Cast, PlayedEvent } from '../test/helpers/casts/casts.ts';
import { onMadeUpTime, type MadeUpTime } from './made-up-time.ts';

/** What is filmed: a session, what else the screens are given, and whoever sits before them. */
export type Stage = Partial<AppProps> & {
  readonly session: Session;
  /** Where keys arrive; one of the film's own where left out. */
  readonly keyboard?: NodeJS.ReadStream;
  /** Begins with the film, which is over when it resolves. */
  readonly play?: () => Promise<void>;
};

/** Bytes that arrive from the keyboard, so long after the film began. */
export type Press = { readonly at: Milliseconds; readonly bytes: string };

export type Filming = {
  /** Opens the stage; its clock stands at 0, and no other one goes. */
  readonly open: (clock: () => Milliseconds) => Stage;
  readonly window: WindowSize;
  /** At most. */
  readonly length: Milliseconds;
  readonly presses?: readonly Press[];
};

/** What a terminal got, and when. */
export type Taken = Pick<Cast, 'window' | 'events'>;

/** So often what was drawn is put down: the screens draw at most half as often while nobody presses a key. */
export const filmStep: Milliseconds = 125;

/**
 * Films the real screens on a virtual terminal in a time that is made up: the same session gives the same bytes, on any
 * machine, however crowded it is.
 */
export async function filmed(filming: Filming): Promise<Taken> {
  const mount = await load();
  return onMadeUpTime(async (time) => {
    const stage = filming.open(time.now);
    try {
      return await played(stage, mount, filming, time);
    } finally {
      await stage.session.close();
    }
  });
}

/** With all colours, wherever pictures are made: what colours the screens settles with how many when it loads. */
async function load(): Promise<typeof mountType> {
  process.env['FORCE_COLOR'] = '3';
  const { mount } = await import('../source/ui/mount.tsx');
  const { painted } = await import('../source/ui/canvas/theme.ts');
  if (painted('L', 'first') === 'L') {
    throw new Error(
      'The screens were loaded without colours before the camera could ask for them.',
    );
  }

  return mount;
}

async function played(
  { keyboard = virtualKeyboard(), play, ...shown }: Stage,
  mount: typeof mountType,
  filming: Filming,
  time: MadeUpTime,
): Promise<Taken> {
  const { window } = filming;
  const film = openFilm(window, time.now);
  const screen = mount(
    { settings: defaultSettings, ascii: false, onInterrupt() {}, onSuspend() {}, ...shown },
    { stdout: film.stdout, stdin: keyboard },
  );
  const stopMarking = watchMarkers(shown.session, film.mark);
  try {
    const type = (bytes: string) => void keyboard.push(bytes);
    await roll({ ...filming, time, put: () => film.put(), type, ...(play ? { play } : {}) });
    return { window, events: film.end() };
  } finally {
    stopMarking();
    screen.leave();
    await screen.left;
  }
}

type Rolling = Filming &
  Pick<Stage, 'play'> & {
    readonly time: MadeUpTime;
    readonly put: () => void;
    readonly type: (bytes: string) => void;
  };

/** Lets time pass until the end, moment by moment. */
async function roll({ length, presses = [], play, time, put, type }: Rolling): Promise<void> {
  let ended = false;
  void play?.().then(() => (ended = true));
  for (const moment of moments(length, presses)) {
    await time.pass(moment - time.now());
    put();
    presses.filter(({ at }) => at === moment).forEach(({ bytes }) => type(bytes));
    if (ended) {
      return;
    }
  }

  if (play) {
    throw new Error(`What is played has not ended after ${length / 1000} s.`);
  }
}

/** Every step from the beginning to the end, and every key at its own moment. */
function moments(length: Milliseconds, presses: readonly Press[]): readonly Milliseconds[] {
  const steps = Array.from({ length: Math.floor(length / filmStep) + 1 }, (_, n) => n * filmStep);
  const all = new Set([...steps, ...presses.map(({ at }) => at), length]);
  return [...all].toSorted((one, other) => one - other);
}

/** What is drawn on; `put` puts down what was drawn since the last time. */
function openFilm(window: WindowSize, now: () => Milliseconds) {
  const events: PlayedEvent[] = [];
  let drawn = '';
  const add = (code: string, data: string) => void events.push({ at: now() / 1000, code, data });
  const stdout = recordedStdout({
    terminal: virtualTerminal(window),
    window: () => window,
    record: (text) => void (drawn += text.replaceAll('\n', '\r\n')),
  });
  return {
    stdout,
    mark: (label: string) => add('m', label),
    put() {
      if (drawn !== '') {
        add('o', drawn);
        drawn = '';
      }
    },
    /** It lasts until now, although nothing may have been drawn for long. */
    end(): readonly PlayedEvent[] {
      add('o', '');
      return [...events];
    },
  };
}
