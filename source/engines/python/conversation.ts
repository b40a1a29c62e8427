import type { ChildProcess } from 'node:child_process';
import type { Milliseconds } from '../../core/units.ts';
import type { DriverEvent, EventNamed } from '../ray/driver/driver-event.ts';
import { openLogReader } from '../ray/driver/protocol.ts';
import { lastText } from '../system/last-text.ts';
import type { PythonEnd } from './python-end.ts';

/** The event that was awaited, or how the process ended before, with what it printed besides. */
export type Heard<Name extends DriverEvent['ev']> =
  | { readonly event: EventNamed<Name> }
  | { readonly end: PythonEnd; readonly lines: readonly string[] };

export type Conversation = {
  /** Passes on the events with this mark, up to the first of that name. One at a time. */
  readonly until: <Name extends DriverEvent['ev']>(
    awaited: { readonly mark: string; readonly name: Name },
    onEvent?: (event: DriverEvent) => void,
  ) => Promise<Heard<Name>>;
};

/** The driver writes several times a second. */
const longestSilence: Milliseconds = 20_000;
const lookPeriod: Milliseconds = 500;

/** Reads what a process tells. */
export function openConversation(child: ChildProcess, ended: Promise<PythonEnd>): Conversation {
  let hear = (_piece: string): void => {};
  child.stdout?.setEncoding('utf8').on('data', (piece: string) => hear(piece));
  const errors = lastText(child.stderr);

  return {
    async until({ mark, name }, onEvent = () => {}) {
      const reader = openLogReader(mark);
      const silence = openSilence();
      const found = new Promise<EventNamed<typeof name>>((resolve) => {
        hear = (piece) => {
          for (const event of reader.read(piece)) {
            silence.breaks();
            onEvent(event);
            if (isNamed(event, name)) {
              resolve(event);
            }
          }
        };
      });
      const outcome = await Promise.race([found, ended, silence.lasted]);
      silence.stop();
      return 'ev' in outcome
        ? { event: outcome }
        : { end: outcome, lines: [...reader.lines(), ...linesOf(errors())] };
    },
  };
}

const isNamed = <Name extends DriverEvent['ev']>(
  event: DriverEvent,
  name: Name,
): event is EventNamed<Name> & DriverEvent => event.ev === name;

const mostLines = 20;

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-mostLines);

/** Looks are counted rather than time, so that a stop of the whole program does not count. */
function openSilence() {
  let looks = 0;
  let timer: NodeJS.Timeout | undefined;
  const lasted = new Promise<PythonEnd>((resolve) => {
    timer = setInterval(() => {
      looks++;
      if (looks * lookPeriod >= longestSilence) {
        resolve({ how: 'silent', after: longestSilence });
      }
    }, lookPeriod);
  });
  return { lasted, breaks: () => void (looks = 0), stop: () => clearInterval(timer) };
}
