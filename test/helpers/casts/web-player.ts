import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import type { WindowSize } from '../../../source/output/asciicast/format.ts';
import type { PlayedEvent } from './casts.ts';

/** A recording as asciinema's web player plays it. Times are in seconds since the beginning, to the millisecond. */
export type WebPlay = {
  readonly window: WindowSize;
  /** Until the last event of any kind. */
  readonly duration: number;
  readonly markers: readonly (readonly [at: number, label: string])[];
  /** The output to its terminal; output at the same time is one event. */
  readonly shown: readonly PlayedEvent[];
};

/** Plays a recording from its beginning to its last output, stepping as the player's user can. */
export async function playedOnTheWeb(cast: string): Promise<WebPlay> {
  const { ask, events } = await openPlayer();
  await ask('new', [{ data: cast }, { speed: 1, preload: true }]);
  for (const name of ['metadata', 'reset', 'resize', 'output']) {
    await ask('addEventListener', [name]);
  }

  const ready = ask('init');
  await ask('terminalReady');
  await ready;
  const loaded = Object.fromEntries(events.splice(0)) as Loaded;
  const shown: PlayedEvent[] = [];
  for (;;) {
    await ask('step', 1);
    if (events.length === 0) {
      const { metadata, reset } = loaded;
      return {
        window: sizeOf(reset.size),
        duration: toMilliseconds(metadata.duration),
        markers: metadata.markers.map(([at, label]) => [toMilliseconds(at), label]),
        shown,
      };
    }

    const at = toMilliseconds((await ask('getCurrentTime')) as number);
    shown.push(...shownAt(at, events.splice(0)));
  }
}

type Size = { readonly cols: number; readonly rows: number };

type Loaded = {
  readonly metadata: Pick<WebPlay, 'duration' | 'markers'>;
  readonly reset: { readonly size: Size };
};

/** The events of the player, by name. */
type PlayerEvent = readonly [name: string, data: unknown];

function shownAt(at: number, events: readonly PlayerEvent[]): readonly PlayedEvent[] {
  const shown: PlayedEvent[] = [];
  for (const [name, data] of events) {
    if (name === 'resize') {
      const { columns, rows } = sizeOf(data as Size);
      shown.push({ at, code: 'r', data: `${columns}x${rows}` });
    } else {
      const before = shown.at(-1)?.code === 'o' ? shown.pop()?.data : '';
      shown.push({ at, code: 'o', data: [before, ...(data as readonly string[])].join('') });
    }
  }

  return shown;
}

const sizeOf = ({ cols, rows }: Size): WindowSize => ({ columns: cols, rows });

/** The player adds up intervals that no binary number holds exactly. */
const toMilliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000;

type Player = {
  /** Calls one of its methods; rejects with its error. */
  readonly ask: (method: string, params?: unknown) => Promise<unknown>;
  /** Its events so far. */
  readonly events: PlayerEvent[];
};

type Answer = {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly params?: { readonly name: string; readonly event: unknown };
};

/**
 * The web worker in which the player reads, times and emits recordings. It is the published one, and needs nothing from
 * a browser that Node lacks; the rest of the player only draws.
 */
async function openPlayer(): Promise<Player> {
  const events: PlayerEvent[] = [];
  const waiting: ((answer: Answer) => void)[] = [];
  const postMessage = (answer: Answer) => {
    // A worker and its page share no objects, so every message is cloned.
    const copy = structuredClone(answer);
    if (copy.params) {
      events.push([copy.params.name, copy.params.event]);
    } else if (copy.id !== undefined) {
      waiting[copy.id]?.(copy);
    }
  };
  const scope: { onmessage?: (message: { readonly data: unknown }) => void } = createContext({
    postMessage,
    performance,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    Response,
    console,
  });
  runInContext(await readFile(workerFile(), 'utf8'), scope);
  return {
    events,
    async ask(method, params) {
      const { result, error } = await new Promise<Answer>((resolve) => {
        const id = waiting.push(resolve) - 1;
        scope.onmessage?.({ data: { id, method, params } });
      });
      if (error) {
        throw new Error(error.message);
      }

      return result;
    },
  };
}

const workerFile = (): string =>
  fileURLToPath(import.meta.resolve('asciinema-player/dist/bundle/asciinema-player-worker.min.js'));
