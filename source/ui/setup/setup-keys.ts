import { needsCluster } from '../../core/plan/engines.ts';
import { ownHead } from '../../core/plan/settings.ts';
import { trustBefore } from '../../core/report/trust/trust.ts';
import type { State } from '../../core/profile/state.ts';
import { count } from '../../core/text/format.ts';
import type { Milliseconds } from '../../core/units.ts';
import type { Form } from './form-state.ts';
import type { Preview } from './preview.ts';
import { keyHints, type KeyHint } from '../canvas/key-hints.ts';
import { piece, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import type { RayStatus } from '../parts/ray-status.ts';

/** A start is prepared first, and can be given up until it is handed over. */
export type SetupPlace = 'setup' | 'preparing' | 'starting';

export type SetupKeysView = {
  readonly state: State;
  readonly form: Form;
  readonly preview: Preview;
  readonly ray: RayStatus;
  readonly place: SetupPlace;
  readonly width: number;
  /** On the session's clock. */
  readonly now: Milliseconds;
  /** Whether the list of saved runs can be opened. */
  readonly listed: boolean;
};

/** The key hints of the setup screen, as many as fit. */
export function setupKeys(view: SetupKeysView, theme: Theme): Line {
  const { place, form, width } = view;
  if (place !== 'setup') {
    return startingKeys(view);
  }

  return keyHints(form.typed === undefined ? restingHints(view, theme) : typingHints(form), width);
}

const quit: KeyHint = { keys: 'ctrl+c', does: ['quit'], rank: 2 };
const help: KeyHint = { keys: '?', does: ['help'] };

function startingKeys({ state, form, place, width, now }: SetupKeysView): Line {
  const cancel: readonly KeyHint[] =
    place === 'preparing' ? [{ keys: 'esc', does: ['cancel'] }] : [];
  if (state.quietWait) {
    return keyHints([{ keys: 'enter', does: ['run now'] }, ...cancel, quit], width, '');
  }

  const what = `${awaited({ state, form, place, now })}  `;
  return [piece(what), ...keyHints([...cancel, quit], width - what.length, '')];
}

/** What a start is waiting for. */
function awaited({
  state,
  form: { settings },
  place,
  now,
}: Pick<SetupKeysView, 'state' | 'form' | 'place' | 'now'>): string {
  const { workload, engines, ray } = settings;
  const { cpuWait, cluster } = state;
  if (cpuWait) {
    const left = Math.max(0, Math.ceil((cpuWait.since + cpuWait.most - now) / 1000));
    const has = cluster?.status === 'reached' ? cluster.cluster.cpus : 0;
    return `waiting for CPUs: ${count(has)} of ${count(cpuWait.cpus)}, ${left} s left…`;
  }

  if (place === 'starting' || !state.calibrations[workload] || !needsCluster(engines)) {
    return 'calibrating, then starting…';
  }

  return ray.at === ownHead ? 'starting Ray here first…' : 'waiting for Ray to answer…';
}

const typingHints = ({ field }: Form): readonly KeyHint[] => [
  { keys: 'enter', does: ['accept'] },
  { keys: 'esc', does: ['discard'] },
  { keys: 'backspace', does: ['correct'], rank: 1 },
  ...(field === 'address'
    ? []
    : [{ keys: 'like', does: ['50,000 1.5k 2M 5e4'], rank: 2 } as const]),
];

function restingHints(view: SetupKeysView, { arrows }: Theme): readonly KeyHint[] {
  const list: readonly KeyHint[] = view.listed ? [{ keys: 'h', does: ['history'], rank: 3 }] : [];
  return [
    ...runHints(view),
    { keys: arrows.upDown, does: ['field'], rank: 1 },
    ...fieldHints(view.form, arrows),
    ...list,
    help,
    { keys: 'q', does: ['quit'], rank: 3 },
  ];
}

function runHints({ state, form, preview, ray }: SetupKeysView): readonly KeyHint[] {
  if (preview.refused) {
    const instead: KeyHint = { keys: 'p', does: ['pair instead', 'pair'] };
    return [
      ...(preview.refused.cause === 'tasks' ? [] : [instead]),
      { keys: 'f', does: ['run anyway', 'force'] },
    ];
  }

  const again: readonly KeyHint[] =
    ray.type === 'missed' ? [{ keys: 'r', does: ['tries Ray again'] }] : [];
  return [...enterHints(state, form), ...again];
}

/** On a busy machine there are two ways to run. */
function enterHints(state: State, { settings, asked }: Form): readonly KeyHint[] {
  const isBusy = trustBefore(state).some(
    ({ name, level }) => name === 'other-load' && level === 'warn',
  );
  if (settings.waitQuiet !== undefined) {
    return [{ keys: 'enter', does: ['run when quiet', 'run'] }];
  }

  return isBusy
    ? [
        { keys: 'enter', does: ['runs anyway'] },
        { keys: 'w', does: ['waits until it is quiet'] },
      ]
    : [{ keys: 'enter', does: [asked ? 'run anyway' : 'run'] }];
}

function fieldHints({ field }: Form, { leftRight }: Theme['arrows']): readonly KeyHint[] {
  const change: KeyHint = { keys: leftRight, does: ['change'], rank: 1 };
  const onOff: KeyHint = { keys: 'space', does: ['on/off'] };
  switch (field) {
    case 'workload':
      return [change];
    case 'engines':
      return [{ ...change, does: ['choose'] }, onOff];
    case 'address':
      return [
        onOff,
        { ...change, does: ['address'] },
        { keys: 'backspace', does: ['edit it', 'edit'], rank: 2 },
      ];
    case 'size':
    case 'tasks':
    case 'workers':
    case 'rounds':
      return [change, { keys: '0-9', does: ['type'], rank: 2 }];
  }
}
