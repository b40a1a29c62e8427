import type { Conditions } from '../../../source/core/machine/conditions.ts';
import type { Event, MachineEvent, ProfileEvent } from '../../../source/core/profile/event.ts';
import { spansOf } from '../../../source/core/profile/build-spans.ts';
import type { PassOutcome } from '../../../source/core/profile/pass.ts';
import { type PlannedPass, caseOf, type Case, type Plan } from '../../../source/core/plan/plan.ts';
import { planOf } from '../../../source/core/plan/plan-of.ts';
import { rayPhases, type Cluster } from '../../../source/core/plan/ray.ts';
import { reduce } from '../../../source/core/profile/reduce.ts';
import type { EngineName } from '../../../source/core/plan/settings.ts';
import { circumstancesOf, initialState, type State } from '../../../source/core/profile/state.ts';
import { workloadNames } from '../../../source/core/plan/workload.ts';
import {
  calibrationWith,
  crash,
  machineWith,
  settingsWith,
  tasksOf,
} from '../profiles/profiles.ts';
import { seeded } from '../numbers/random.ts';

type Told = ProfileEvent | MachineEvent;

/** A session on four CPUs that is made up step by step. */
type Play = {
  readonly tell: (event: Told) => void;
  readonly state: () => State;
  /** Between 0 and `most`. */
  readonly up: (most: number) => number;
  /** A whole number below `most`. */
  readonly below: (most: number) => number;
  readonly chance: (share: number) => boolean;
  readonly oneOf: <Item>(items: readonly Item[]) => Item;
};

const target = { at: 'http://10.0.0.1:8265', from: '--ray' };
const nodes = ['10.0.0.1', '10.0.0.2'];
const place = { address: target.at, version: '2.60.0', nodes: 2, cpus: 6, job: 'fibtui-1' };

const cluster: Cluster = {
  address: target.at,
  version: '2.60.0',
  authentication: 'token',
  nodes: nodes.map((name, index) => ({ name, cpus: 3, head: index === 0 })),
  cpus: 6,
  here: false,
  remarks: ['Its traffic can be read on the way.'],
};

/** The states after all events so far. */
export function statesAfter(
  events: readonly Event[],
  from: State = initialState,
): readonly State[] {
  let state = from;
  return events.map((event) => (state = reduce(state, event)));
}

/** All events of a made-up session with three profiles, the same for the same seed. */
export function randomSession(seed: number): readonly Event[] {
  const random = seeded(seed);
  const events: Event[] = [];
  let state: State = initialState;
  let at = 0;
  const play: Play = {
    tell(event) {
      at += random() * 200;
      const stamped: Event = { ...event, at };
      events.push(stamped);
      state = reduce(state, stamped);
    },
    state: () => state,
    up: (most) => random() * most,
    below: (most) => Math.floor(random() * most),
    chance: (share) => random() < share,
    oneOf: (items) => items[Math.floor(random() * items.length)]!,
  };

  play.tell({ type: 'machine-detected', machine: machineWith() });
  play.tell({ type: 'calibrated', calibration: calibrationWith() });
  for (let profile = 0; profile < 3; profile++) {
    for (let asides = play.below(6); asides > 0; asides--) {
      play.tell(play.oneOf(asidesOf(play)));
    }

    playProfile(play);
    play.tell(play.oneOf(asidesOf(play)));
  }

  return events;
}

/** Events that may come while no profile runs. */
function asidesOf(play: Play): readonly Told[] {
  const { up, oneOf } = play;
  const workload = oneOf(workloadNames);
  const memory = { total: 32e9, free: 1e6 + up(16e9), limit: 1e6 + up(16e9) };
  const failure = { ...crash, log: ['Traceback', '  "C:\\x"\t✗'] };
  return [
    loadIn(play),
    { type: 'machine-detected', machine: machineWith({ memory }) },
    {
      type: 'calibrated',
      calibration: calibrationWith({
        workload,
        a: up(1),
        c: 1e-9,
        steps: [{ n: 1000, duration: 0.5 }],
        gap: 0.05,
      }),
    },
    { type: 'calibration-failed', workload },
    { type: 'cluster-sought', target },
    { type: 'cluster-reached', target, cluster },
    { type: 'cluster-missed', target, failure },
  ];
}

const loadIn = ({ up, chance }: Play): Told => ({
  type: 'load-sampled',
  load: [0, 1, 2, 3].map((cpu) => ({ cpu, busy: up(1), ...(chance(0.2) ? { steal: up(1) } : {}) })),
  ...(chance(0.8)
    ? { otherLoad: { others: up(1), ...(chance(0.2) ? { stolen: up(1) } : {}) } }
    : {}),
});

const conditionsIn = ({ up, chance }: Play): Conditions => ({
  during: up(1000),
  ...(chance(0.8) ? { own: up(1000), others: up(4000) } : {}),
  ...(chance(0.5) ? { stolen: up(100) } : {}),
  ...(chance(0.5) ? { throttled: up(100) } : {}),
  ...(chance(0.5) ? { clock: { mean: up(4000), highest: 4000 } } : {}),
  ...(chance(0.5) ? { temperature: up(100) } : {}),
});

const engineSets: readonly (readonly EngineName[])[] = [
  ['local', 'pool'],
  ['local', 'pool', 'ray'],
  ['ray', 'local'],
  ['pool', 'pool'],
];

function playProfile(play: Play): void {
  const { tell, state, up, below, chance, oneOf } = play;
  const settings = settingsWith({
    engines: oneOf(engineSets),
    ray: target,
    size: below(2000),
    tasks: 1 + below(9),
    workers: 1 + below(6),
    rounds: 1 + below(6),
  });
  const plan = planOf(settings, circumstancesOf(state(), 'list')!);
  tell({ type: 'profile-started', plan, startedAt: '2026-11-23T10:00:00.000Z' });
  for (const { id } of plan.cases) {
    tell({ type: 'warm-up-started', case: id });
    tell({ type: 'case-warmed', case: id, coldStart: up(90) });
  }

  const interrupted = chance(0.2);
  const passes = interrupted ? plan.passes.slice(0, below(plan.passes.length)) : plan.passes;
  passes.forEach((pass) => playPass(play, plan, pass));
  tell({ type: 'profile-finished', interrupted });
}

function playPass(play: Play, plan: Plan, pass: PlannedPass): void {
  const planned = caseOf(plan, pass);
  const { tell, up, below, chance, oneOf } = play;
  for (let again = true; again;) {
    tell({ type: 'pass-started', pass });
    for (let steps = below(8); steps > 0; steps--) {
      tell(oneOf(stepsOf(play, planned)));
    }

    again = chance(0.1);
    if (again) {
      tell({ type: 'pass-repeated', pass });
    }
  }

  tell({
    type: 'pass-finished',
    pass,
    outcome: outcomeOf(play, planned),
    ...(chance(0.8) ? { conditions: conditionsIn(play) } : {}),
  });
  if (chance(0.3)) {
    tell({ type: 'frame-drawn', took: up(5) });
  }
}

/** Events that may come while a pass runs. */
function stepsOf(play: Play, { id, engine, workers }: Case): readonly Told[] {
  const { up, below, chance, oneOf } = play;
  const samples = Array.from({ length: workers }, (_, cpu) => ({
    share: up(1),
    tasks: below(9),
    ...(engine === 'ray'
      ? { node: below(2), ...(chance(0.1) ? { failed: 1 } : {}) }
      : {
          cpu,
          ...(chance(0.8) ? { time: { run: 1 + up(9), onCpu: up(9), waiting: up(1) } } : {}),
        }),
  }));
  const steps: readonly Told[] = [
    { type: 'workers-sampled', workers: samples, ...(engine === 'ray' ? { nodes } : {}) },
    { type: 'frame-drawn', took: up(5) },
    { type: 'drawing-held-up', took: 1500 },
    loadIn(play),
    { type: 'warm-up-started', case: id },
  ];
  return engine === 'ray'
    ? [
        ...steps,
        { type: 'phase-changed', phase: oneOf(rayPhases) },
        { type: 'phase-noted', note: oneOf(['reconnecting', undefined]) },
        { type: 'contact-lost', silent: 3000 + up(2000), patience: 120_000 },
        { type: 'contact-regained' },
      ]
    : steps;
}

function outcomeOf({ up, below, chance, oneOf }: Play, planned: Case): PassOutcome {
  if (chance(0.15)) {
    return oneOf<PassOutcome>([{ status: 'cancelled' }, { status: 'failed', failure: crash }]);
  }

  const onRay = planned.engine === 'ray';
  const span = 20 + up(200);
  const tasks = tasksOf(planned, span).map((one) => ({
    ...one,
    start: one.start + up(1),
    ...(onRay ? { node: 'node' } : { onCpu: up(1), waiting: 0, cpu: below(4) }),
  }));
  const ray = {
    ...place,
    submit: up(20),
    pending: up(2000),
    driverStart: up(900),
    warmUp: up(300),
    rest: up(100),
    ...(chance(0.2) ? { outOfTouch: 3000 + up(60_000) } : {}),
    ...(chance(0.8) ? { python1: 100 + up(2000) } : {}),
  };
  return {
    status: 'finished',
    wall: span + up(20),
    spans: spansOf(tasks),
    ...(onRay ? { ray } : {}),
  };
}
