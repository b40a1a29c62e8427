import type { TerminalFacts } from '../../core/doctor/terminal-check.ts';
import type { Palette } from '../../core/text/palette.ts';
import { hasScreenReader } from '../../options/environment.ts';
import type { DoctorOptions } from '../../options/options.ts';
import { unattendedBecause, type Surroundings } from '../surroundings.ts';

export type Seen = {
  readonly palette: Palette;
  /** Whether the terminal has said what its background is. */
  readonly answered: boolean;
};

export function terminalFacts(
  { ascii, theme }: DoctorOptions,
  around: Surroundings,
  { palette, answered }: Seen,
): TerminalFacts {
  const { env, stdout } = around.program;
  const without = unattendedBecause(around);
  const { columns, rows } = stdout;
  return {
    ...(without === undefined ? {} : { without }),
    ...(columns && rows ? { columns, rows } : {}),
    colours: palette.colours,
    background: palette.background,
    backgroundFrom: sourceOf({ isFlag: theme !== undefined, answered, env }),
    ascii,
    screenReader: hasScreenReader(env),
  };
}

type Sources = {
  readonly isFlag: boolean;
  readonly answered: boolean;
  readonly env: NodeJS.ProcessEnv;
};

function sourceOf({ isFlag, answered, env }: Sources): TerminalFacts['backgroundFrom'] {
  if (isFlag) {
    return 'flag';
  }

  if (answered) {
    return 'answer';
  }

  return env['COLORFGBG'] ? 'variable' : 'default';
}
