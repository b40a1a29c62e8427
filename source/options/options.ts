import type { RayTarget, Settings } from '../core/plan/settings.ts';
import type { Milliseconds } from '../core/units.ts';
import type { OutputName } from '../output/formats.ts';
import type { ColourOptions } from './colour-flags.ts';
import type { RecordOptions } from './record-flags.ts';

export type Options = RecordOptions &
  ColourOptions & {
    readonly settings: Settings;
    /** On a terminal: start without waiting for Enter. */
    readonly atOnce: boolean;
    readonly output: OutputName;
    /** Draw with ASCII characters only. */
    readonly ascii: boolean;
    /** On a terminal: sentences in place of screens. */
    readonly plain: boolean;
    /** Show no progress on standard error. */
    readonly quiet: boolean;
    readonly ray: {
      /** Path of the Python that has Ray, on the cluster's head or here. */
      readonly python?: string;
      /** Certificates of an authority, in PEM. */
      readonly ca?: string;
    };
    /** Which runs go into the history. */
    readonly save: 'shown' | 'all' | 'none';
  };

export type ReplayOptions = Pick<Options, 'output' | 'ascii' | 'plain' | keyof ColourOptions> &
  RecordOptions & {
    /** The ID of a run as it was typed; the last run where left out. */
    readonly run?: string;
    readonly speed: number;
    readonly idleLimit?: Milliseconds;
  };

export type DemoOptions = Pick<Options, 'ascii' | 'plain' | keyof ColourOptions> &
  RecordOptions & {
    /** Plays recorded runs instead of measuring. */
    readonly offline: boolean;
    readonly speed: number;
  };

/** For commands that print something and show no screen. */
type Printed = Pick<Options, 'ascii' | keyof ColourOptions>;

export type HistoryOptions = Printed & { readonly output: Extract<OutputName, 'summary' | 'json'> };

export type ShowOptions = Pick<Options, 'output' | 'plain'> &
  Printed & {
    /** The ID of a run as it was typed; the last run where left out. */
    readonly run?: string;
  };

export type DoctorOptions = HistoryOptions &
  Pick<Options, 'ray'> & {
    /** The cluster to contact, from --ray; none where left out. */
    readonly target?: RayTarget;
  };

/** The command that the arguments ask for. */
export type Invocation =
  | { readonly type: 'run'; readonly options: Options }
  | { readonly type: 'replay'; readonly options: ReplayOptions }
  | { readonly type: 'demo'; readonly options: DemoOptions }
  | { readonly type: 'history'; readonly options: HistoryOptions }
  | { readonly type: 'show'; readonly options: ShowOptions }
  | { readonly type: 'doctor'; readonly options: DoctorOptions }
  | { readonly type: 'print'; readonly text: string };
