import type { EngineName } from './settings.ts';

/** What marks an engine besides its colour, so that nothing is lost without one. */
export type EngineMark = { readonly letter: string; readonly fill: string };

const unicode: Readonly<Record<EngineName, EngineMark>> = {
  local: { letter: 'L', fill: '█' },
  pool: { letter: 'P', fill: '▓' },
  ray: { letter: 'R', fill: '▒' },
};

const ascii: Readonly<Record<EngineName, EngineMark>> = {
  local: { letter: 'L', fill: '#' },
  pool: { letter: 'P', fill: '=' },
  ray: { letter: 'R', fill: '%' },
};

export const engineMark = (engine: EngineName, plain: boolean): EngineMark =>
  (plain ? ascii : unicode)[engine];
