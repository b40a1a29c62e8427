import { diagnosisOf, type Diagnosis } from '../core/doctor/diagnosis.ts';
import { signalExitCodes, unmetExitCode } from '../core/profile/exit-code.ts';
import type { DoctorOptions } from '../options/options.ts';
import { diagnosisText } from '../output/diagnosis.ts';
import { jsonOf } from '../output/json.ts';
import type { Paper } from '../output/paper.ts';
import { openObserver } from '../session/doctor/observer.ts';
import { openPalette } from './colours/palettes.ts';
import { requireCurrentFolder } from './current-folder.ts';
import { examine } from './doctor/examine.ts';
import { openNotice } from './doctor/notice.ts';
import { raySetup } from './doctor/ray-setup.ts';
import { askTerminal } from './doctor/terminal-answer.ts';
import { paperFor, type Surroundings } from './surroundings.ts';

/** Says how far a run on this machine could be trusted. Runs nothing, and asks a cluster only with --ray. */
export async function doctor(options: DoctorOptions, around: Surroundings): Promise<never> {
  const { program, ending, libraries } = around;
  requireCurrentFolder(program);
  const look = openPalette(options, program);
  const notice = openNotice(program);
  const terminal = askTerminal(look, around);
  const observer = openObserver({ libraries, ray: raySetup(options, around) });
  const leave = () => {
    terminal.leave();
    notice.clear();
  };
  const left = new Promise<undefined>((resolve) => {
    ending.leaveBy(() => {
      leave();
      resolve(undefined);
    });
  });
  const parts = { observer, look, notice, answered: terminal.came };
  const facts = await Promise.race([examine(options, around, parts), left]);
  leave();
  await observer.close();
  const diagnosis = facts && diagnosisOf(facts);
  const interruption = ending.interruption();
  if (interruption || !diagnosis) {
    return ending.finish([], interruption ? signalExitCodes[interruption] : 0);
  }

  const paper = paperFor(around, { ascii: options.ascii, palette: look.palette() });
  return ending.finish(printed(diagnosis, options, paper), diagnosis.ready ? 0 : unmetExitCode);
}

const printed = (diagnosis: Diagnosis, { output }: DoctorOptions, paper: Paper): Iterable<string> =>
  output === 'json' ? jsonOf(diagnosis) : [diagnosisText(diagnosis, paper)];
