import type { Settings } from '../core/plan/settings.ts';
import type { Seconds } from '../core/units.ts';
import type { OutputName } from '../output/formats.ts';
import type { ColourFlags } from './colour-flags.ts';
import type { RecordFlags } from './record-flags.ts';

/** The flags that were given, of any command. */
export type Flags = Partial<Settings> &
  RecordFlags &
  ColourFlags & {
    readonly output?: OutputName;
    readonly ascii?: boolean;
    readonly plain?: boolean;
    readonly quiet?: boolean;
    readonly save?: boolean;
    /** False with `--no-history`. */
    readonly history?: boolean;
    readonly speed?: number;
    readonly idleTimeLimit?: Seconds;
    readonly offline?: boolean;
  };

/** The flags of a command line. */
export type Asked = {
  /** All that are in force, those for every start among them. */
  readonly flags: Flags;
  readonly typed: Flags;
};
