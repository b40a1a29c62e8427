import type { Session } from '../source/core/session/session.ts';
import { defaultSettings } from '../source/core/plan/settings.ts';
import type { Palette } from '../source/core/text/palette.ts';
import type { WindowSize } from '../source/output/asciicast/format.ts';
import { framePeriod } from '../source/output/asciicast/pace.ts';
import { recordedStdout } from '../source/output/asciicast/recorded-stdout.ts';
import { virtualKeyboard, virtualTerminal } from '../source/output/asciicast/virtual-terminal.ts';
import type { Milliseconds } from '../source/core/units.ts';
import { watchMarkers } from '../source/output/asciicast/markers.ts';
import type { AppProps } from '../source/ui/app.tsx';
import type { mount as mountType } from '../source/ui/mount.tsx';
import type { Cast, PlayedEvent } from '../test/helpers/casts/casts.ts';
import { onMadeUpTime, type HeldTimers } from './made-up-time.ts';

/** The subject of a film: a session, other props of the screens, and a user at the keyboard. */
export type Stage = Partial<AppProps> & {
  readonly session: Session;
  /** The source of keys; by default a virtual keyboard. */
  readonly keyboard?: NodeJS.ReadStream;
  /** Called when the film begins. The film ends when it resolves. */
  readonly play?: () => Promise<void>;
};

/** Bytes from the keyboard; `at` counts from the beginning of the film. */
export type Press = { readonly at: Milliseconds; readonly bytes: string };

export type Filming = {
  /** Opens the stage. Its clock stands at 0, and no other clock runs. */
  readonly open: (clock: () => Milliseconds) => Stage;
  readonly window: WindowSize;
  /** The longest that the film may take. */
  readonly length: Milliseconds;
  readonly presses?: readonly Press[];
  /** The colours of the screens; all of them on a dark background where left out. */
  readonly palette?: Palette;
};

/** The output to a terminal, with its times. */
export type Footage = Pick<Cast, 'window' | 'events'>;

/** Time between two frames of a film. The screens by themselves draw less often while nobody presses a key. */
export const filmStep: Milliseconds = framePeriod;

/**
 * Films the real screens on a virtual terminal in made-up time. The same session gives the same bytes on any machine,
 * however busy it is.
 */
export async function shoot(filming: Filming): Promise<Footage> {
  // Loaded as late as this: see `own-cursor.ts`.
  const { mount } = await import('../source/ui/mount.tsx');
  return onMadeUpTime(async (time) => {
    const stage = filming.open(time.now);
    try {
      return await filmStage(stage, filming, { mount, time });
    } finally {
      await stage.session.close();
    }
  });
}

type Studio = { readonly mount: typeof mountType; readonly time: HeldTimers };

async function filmStage(
  { keyboard = virtualKeyboard(), play, ...shown }: Stage,
  filming: Filming,
  { mount, time }: Studio,
): Promise<Footage> {
  const { window, palette } = filming;
  const film = openFilm(window, time.now);
  const screen = mount(
    { settings: defaultSettings, ascii: false, onInterrupt() {}, onSuspend() {}, ...shown },
    {
      stdout: film.stdout,
      stdin: keyboard,
      ...(palette ? { colours: { palette: () => palette, subscribe: () => () => {} } } : {}),
    },
  );
  const stopMarking = watchMarkers(shown.session, film.mark);
  try {
    const type = (bytes: string) => void keyboard.push(bytes);
    const { show } = screen;
    await roll({ ...filming, time, show, put: () => film.put(), type, ...(play ? { play } : {}) });
    return { window, events: film.end() };
  } finally {
    stopMarking();
    screen.leave();
    await screen.left;
  }
}

type Rolling = Filming &
  Pick<Stage, 'play'> & {
    readonly time: HeldTimers;
    readonly show: () => Promise<void>;
    readonly put: () => void;
    readonly type: (bytes: string) => void;
  };

/** Lets time pass until the film ends, moment by moment. */
async function roll({ length, presses = [], play, ...studio }: Rolling): Promise<void> {
  const { time, show, put, type } = studio;
  let ended = false;
  void play?.().then(() => (ended = true));
  for (const moment of moments(length, presses)) {
    await time.pass(moment - time.now());
    await show();
    put();
    presses.filter(({ at }) => at === moment).forEach(({ bytes }) => type(bytes));
    if (ended) {
      return;
    }
  }

  if (play) {
    throw new Error(`The play has not ended after ${length / 1000} s.`);
  }
}

/** The time of every frame and of every key. */
function moments(length: Milliseconds, presses: readonly Press[]): readonly Milliseconds[] {
  const steps = Array.from({ length: Math.floor(length / filmStep) + 1 }, (_, n) => n * filmStep);
  const all = new Set([...steps, ...presses.map(({ at }) => at), length]);
  return [...all].toSorted((one, other) => one - other);
}

/** A terminal to draw on. `put` keeps the output since its last call as one frame. */
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
    /** An empty event makes the film last until now, even if the last frame is older. */
    end(): readonly PlayedEvent[] {
      add('o', '');
      return [...events];
    },
  };
}
