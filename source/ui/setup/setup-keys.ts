import { needsCluster } from '../../core/plan/engines.ts';
import { ownHead } from '../../core/plan/settings.ts';
import type { State } from '../../core/profile/state.ts';
import type { Form } from './form-state.ts';
import type { Preview } from './preview.ts';
import type { Theme } from '../canvas/theme.ts';

/** A start is prepared first, and can be given up until it is handed over. */
export type SetupPlace = 'setup' | 'preparing' | 'starting';

export type SetupKeysView = {
  readonly state: State;
  readonly form: Form;
  readonly preview: Preview;
  readonly place: SetupPlace;
  readonly width: number;
  /** Whether the list of saved runs can be opened. */
  readonly listed: boolean;
};

/** The key hints of the setup screen, as many as fit. */
export function keysLine(view: SetupKeysView, { arrows }: Theme): string {
  const { form, preview, place, width, listed } = view;
  if (place !== 'setup') {
    const back = place === 'preparing' ? ['esc back'] : [];
    return hints([awaited(view), ...back, 'ctrl+c quit'], ['ctrl+c quit'], width);
  }

  if (form.typed !== undefined) {
    const examples = form.field === 'address' ? [] : ['like 50,000 1.5k 2M 5e4'];
    const keys = ['enter take it', 'esc give it up', 'backspace correct', ...examples];
    return hints(keys, examples, width);
  }

  const run = preview.refused ? [] : ['enter run'];
  const field = `${arrows.upDown} field`;
  if (form.field === 'address') {
    const known = `${arrows.leftRight} choose`;
    const keys = ['type an address', 'space on/off', known, field, '? help', 'ctrl+c quit'];
    return hints([...run, ...keys], [field, known, '? help'], width);
  }

  const instead = preview.refused?.cause === 'tasks' ? [] : ['p pair instead'];
  const start = preview.refused ? [...instead, 'f force'] : run;
  const engines = form.field === 'engines';
  const change = engines
    ? [`${arrows.leftRight} choose`, 'space on/off']
    : [`${arrows.leftRight} change`];
  const type = engines || form.field === 'workload' ? [] : ['0-9 type'];
  const list = listed ? ['h history'] : [];
  const keys = [...start, field, ...change, ...type, ...list, '? help', 'q quit'];
  return hints(keys, [...list, '0-9 type', field, ...change], width);
}

/** What a start is waiting for. */
function awaited({ state, form: { settings }, place }: SetupKeysView): string {
  const { workload, engines, ray } = settings;
  if (place === 'starting' || !state.calibrations[workload] || !needsCluster(engines)) {
    return 'starting as soon as the calibration is done';
  }

  return ray.at === ownHead
    ? 'starting as soon as Ray runs here'
    : 'starting as soon as Ray has answered';
}

/** As many hints as fit. Those in the second list are dropped first, in its order. */
function hints(all: readonly string[], [first, ...rest]: readonly string[], width: number): string {
  const whole = all.join('  ');
  return whole.length <= width || first === undefined
    ? whole
    : hints(
        all.filter((hint) => hint !== first),
        rest,
        width,
      );
}
