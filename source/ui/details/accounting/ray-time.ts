import { rayAccountOf, type RayAccount } from '../../../core/report/losses/ray-account.ts';
import type { EngineName } from '../../../core/plan/settings.ts';
import { duration } from '../../../core/text/format.ts';
import { lookOf } from '../../parts/engine-look.ts';
import { paragraph, type DetailsRequest, type Section } from '../section.ts';
import { staircase } from './staircase.ts';

/** Where the time of every job on Ray went, phase by phase. */
export function rayTimes(request: DetailsRequest): readonly Section[] {
  const { report } = request;
  return report.cases.flatMap(({ id, engine }) => {
    const account = rayAccountOf(report, id);
    return account ? [rayTime({ engine, account, id }, request)] : [];
  });
}

type NamedAccount = {
  readonly engine: EngineName;
  readonly account: RayAccount;
  readonly id: string;
};

function rayTime({ engine, account, id }: NamedAccount, { width, theme }: DetailsRequest): Section {
  const { phases, place, workers, link, wall, round, remarks } = account;
  const about = [`${place}, ${link}`, ...(workers === '' ? [] : [workers])];
  const which = round === undefined ? '' : `: round ${round}`;
  const bars = staircase(phases, { ...lookOf(engine, theme), width }, theme);
  return {
    title: `WHERE THE ${duration(wall)} OF ${id.toUpperCase()} WENT${which}`,
    rows: [
      ...bars,
      ...remarks.flatMap((text) => paragraph(text, width)),
      ...about.flatMap((text) => paragraph(text, width, 'quiet')),
    ],
    brief: bars,
  };
}
