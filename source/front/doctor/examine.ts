import module from 'node:module';
import type { DoctorFacts } from '../../core/doctor/diagnosis.ts';
import type { CacheFacts } from '../../core/doctor/folder-checks.ts';
import { refusedSuggestion, suggestedAddress } from '../../core/plan/ray-address.ts';
import { soughtText } from '../../core/plan/ray-text.ts';
import { ownHead } from '../../core/plan/settings.ts';
import type { DoctorOptions } from '../../options/options.ts';
import type { Observer } from '../../session/doctor/observer.ts';
import { pythonHere } from '../../session/doctor/python-here.ts';
import { savedRunsIn } from '../../session/doctor/saved-runs.ts';
import { threadAccounts } from '../../session/doctor/thread-accounts.ts';
import type { TerminalPalette } from '../colours/palettes.ts';
import { wholeSeconds } from '../progress/round-text.ts';
import { savedRuns, type Surroundings } from '../surroundings.ts';
import type { Notice } from './notice.ts';
import { terminalFacts } from './terminal-facts.ts';

export type Parts = {
  readonly observer: Observer;
  readonly look: Pick<TerminalPalette, 'palette'>;
  readonly notice: Notice;
  /** Whether the terminal has said what its background is. */
  readonly answered: Promise<boolean>;
};

/** Finds everything out: first what takes CPU time to find out, then how much others take. */
export async function examine(
  options: DoctorOptions,
  around: Surroundings,
  { observer, look, notice, answered }: Parts,
): Promise<DoctorFacts> {
  const accounts = threadAccounts();
  notice.show('checking this machine');
  const [ray, runs, hasAnswered] = await Promise.all([
    rayFacts(options, around, { observer, notice }),
    savedRunsIn(savedRuns(around)),
    answered,
    observer.asked(),
  ]);
  const samples = await observer.sample((left) =>
    notice.show(`sampling what other programs use, ${wholeSeconds(left)} left`),
  );
  const state = observer.state();
  return {
    fibtui: around.version,
    checkedAt: new Date().toISOString(),
    machine: state.machine!,
    state,
    samples,
    accounts,
    terminal: terminalFacts(options, around, { palette: look.palette(), answered: hasAnswered }),
    ray,
    runs,
    cache: cacheFacts(),
  };
}

/** Contacts the cluster of --ray and no other, and starts none. */
async function rayFacts(
  { target, ray }: DoctorOptions,
  { program: { env } }: Surroundings,
  { observer, notice }: Pick<Parts, 'observer' | 'notice'>,
): Promise<DoctorFacts['ray']> {
  if (target && target.at !== ownHead) {
    notice.show(soughtText(target));
    await observer.reach(target);
    return { target };
  }

  const python = await pythonHere({
    environment: env,
    ...(ray.python === undefined ? {} : { python: ray.python }),
  });
  const suggested = suggestedAddress(env);
  const refused = refusedSuggestion(env);
  return {
    python,
    ...(target ? { target } : {}),
    ...(suggested ? { suggested } : {}),
    ...(refused === undefined ? {} : { refused }),
  };
}

function cacheFacts(): CacheFacts {
  const possible = 'getCompileCacheDir' in module;
  const folder = possible ? module.getCompileCacheDir() : undefined;
  return { possible, ...(folder === undefined ? {} : { folder }) };
}
