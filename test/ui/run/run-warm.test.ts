import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spansFrom } from '../../../source/core/profile/build-spans.ts';
import type { Event } from '../../../source/core/profile/event.ts';
import { reduce } from '../../../source/core/profile/reduce.ts';
import type { State } from '../../../source/core/profile/state.ts';
import { frameOf, type Room } from '../../../source/ui/canvas/frame.ts';
import { themeOf } from '../../../source/ui/canvas/theme.ts';
import type { RunView } from '../../../source/ui/run/run.ts';
import { passOf } from '../../helpers/profiles/profiles.ts';
import { inPoolWithLoad } from '../../helpers/screens/pool-runs.ts';
import { machineOf, runScreen } from '../../helpers/screens/ui-states.ts';

type Frame = {
  readonly state: State;
  readonly view: Partial<RunView>;
  readonly room: Room;
  readonly ascii: boolean;
};

/** What changes from one frame to the next. */
type Step = Partial<Frame> | ((state: State) => State);

const drawn = ({ state, view, room, ascii }: Frame) => {
  const theme = themeOf(ascii);
  return frameOf(runScreen(state, 9000, view)(room, theme), room, theme);
};

const isSameCold = (frame: Frame, step: string): void =>
  assert.deepEqual(drawn(frame), drawn({ ...frame, state: structuredClone(frame.state) }), step);

const told =
  (event: Event): Step =>
  (state) =>
    reduce(state, event);

const loadOf = (...busy: readonly number[]) => busy.map((one, cpu) => ({ cpu, busy: one }));

const begun = inPoolWithLoad({ drawing: 3 });
const { plan } = begun.profile!;
const [ended, next] = [passOf(plan, 'pool', 3), passOf(plan, 'local', 4)];
const spans = spansFrom(200, (task) => ({
  task,
  worker: task % 2,
  start: 4 * task,
  end: 4 * task + 4,
}));

const workers = [
  { share: 0.9, tasks: 90, cpu: 1, time: { run: 900, onCpu: 700, waiting: 150 } },
  { share: 0.4, tasks: 40, cpu: 0, time: { run: 400, onCpu: 390, waiting: 2 } },
];

/** Each one changes one thing. */
const steps: Readonly<Record<string, Step>> = {
  'a sample of the load': told({ type: 'load-sampled', at: 8500, load: loadOf(0.2, 0.9) }),
  'a sample with the load of others': told({
    type: 'load-sampled',
    at: 8600,
    load: loadOf(1, 1),
    otherLoad: { others: 0.4, stolen: 0.02 },
  }),
  'a sample of the workers': told({ type: 'workers-sampled', at: 8700, workers }),
  'a frame': told({ type: 'frame-drawn', at: 8750, took: 80 }),
  'the details': { view: { detailed: true } },
  'no details': { view: {} },
  'other memory': told({
    type: 'machine-detected',
    at: 8910,
    machine: { ...machineOf(2), memory: { total: 25e9, free: 1e9, limit: 1e9 } },
  }),
  'more CPUs': told({ type: 'machine-detected', at: 8920, machine: machineOf(4) }),
  'a terminal that stood still': told({ type: 'drawing-held-up', at: 8930, took: 1500 }),
  'the end of a pass': told({
    type: 'pass-finished',
    at: 8940,
    pass: ended,
    outcome: { status: 'finished', wall: 800, spans },
    conditions: { during: 800, others: 300, stolen: 0, throttled: 0 },
  }),
  'another standstill': told({ type: 'drawing-held-up', at: 8945, took: 2500 }),
  'the next pass': told({ type: 'pass-started', at: 8950, pass: next }),
  'its first sample': told({ type: 'workers-sampled', at: 8960, workers: workers.slice(1) }),
  'a load at the same time': told({ type: 'load-sampled', at: 8970, load: loadOf(0.5, 0.1) }),
  'a stop': told({ type: 'host-stopped', at: 8980, pid: 4711 }),
  'its end': told({ type: 'host-continued', at: 8990 }),
  'ASCII characters': { ascii: true },
  'other characters': { ascii: false },
  'a wider window': { room: { columns: 130, rows: 24 } },
  'a higher one': { room: { columns: 130, rows: 38 } },
  'the details of it': { view: { detailed: true } },
  'fewer details': { view: {} },
  'a large one': { room: { columns: 130, rows: 50 } },
  'its details': { view: { detailed: true } },
  'a page of them': { view: { detailed: true, page: 1 } },
  'the smallest one': { room: { columns: 60, rows: 16 } },
  'the details there': { view: { detailed: true } },
  'a question': { view: { cancelling: 'asking' } },
};

for (const [columns, rows] of [
  [60, 16],
  [80, 24],
  [120, 40],
  [200, 60],
] as const) {
  test(`what is kept from frame to frame changes none in ${columns}x${rows}`, () => {
    let frame: Frame = { state: begun, view: {}, room: { columns, rows }, ascii: false };
    isSameCold(frame, 'before the first step');
    for (const [name, step] of Object.entries(steps)) {
      frame = {
        ...frame,
        ...(typeof step === 'function' ? { state: step(frame.state) } : step),
      };
      isSameCold(frame, name);
    }
  });
}
