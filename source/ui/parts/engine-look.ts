import { engineMark, engineTraits } from '../../core/plan/engines.ts';
import type { EngineName } from '../../core/plan/settings.ts';
import type { Fill } from '../canvas/meter.ts';
import type { Theme } from '../canvas/theme.ts';

/** The letter before an engine's name, and how its bars are filled. */
export type EngineLook = Fill & { readonly letter: string };

export function lookOf(engine: EngineName, { ascii }: Theme): EngineLook {
  const { letter, fill } = engineMark(engine, ascii);
  return { letter, glyph: fill, tone: engineTraits[engine].tone };
}
