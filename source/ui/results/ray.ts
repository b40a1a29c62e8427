import { lookOf } from '../parts/engine-look.ts';
import { duration } from '../../core/text/format.ts';
import {
  phaseText,
  rayAccountOf,
  type Phase,
  type RayAccount,
} from '../../core/report/losses/ray-account.ts';
import type { EngineName } from '../../core/plan/settings.ts';
import type { Report } from '../../core/report/report.ts';
import { wrap } from '../../core/text/wrap.ts';
import { flowed, line, piece, spaced, textOf, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { bare, later, ruled, type Zone } from '../canvas/zone.ts';
import { priorities } from './priorities.ts';
import { staircase } from './staircase.ts';

/** Where the time went, for every case on Ray with a finished pass. */
export function rayZones(report: Report, width: number, theme: Theme): readonly Zone[] {
  const accounts = report.cases.flatMap(({ id, engine }) => {
    const account = rayAccountOf(report, id);
    return account ? [{ id, engine, account }] : [];
  });
  return accounts.map((found) =>
    rayZone({ ...found, name: accounts.length > 1 ? found.id : '' }, width, theme),
  );
}

type NamedAccount = {
  readonly engine: EngineName;
  readonly account: RayAccount;
  /** The case's id if there are several cases on Ray, else ''. */
  readonly name: string;
};

function rayZone({ engine, account, name }: NamedAccount, width: number, theme: Theme): Zone {
  const { phases, link } = account;
  const titles = titlesOf(account, name, width);
  const bar = { ...lookOf(engine, theme), width };
  const product = productRows(account, width);
  const job = wrap(link, width).map((row) => line(piece(row, 'faint')));
  const short = [...phaseRows(phases, width), ...product];
  const dense = { ...ruled(short), title: titles.dense };
  return {
    title: titles.whole,
    priority: priorities.ray,
    variants: [
      later(priorities.staircase, ruled([...staircase(phases, bar, theme), ...product, ...job])),
      later(priorities.more, ruled([...short, ...job])),
      // Below the scores, the rows of a single case need no title.
      ...(name === '' ? [later(priorities.job, dense), bare(short)] : [dense]),
      bare([]),
    ],
  };
}

/** The whole title, and a dense one with the link to the job if it fits. */
function titlesOf({ wall, round, place, link }: RayAccount, name: string, width: number) {
  const title = (...parts: readonly string[]) =>
    spaced(
      ['RAY', ...parts].map((part) => line(part)),
      width - 3,
    );
  const of = [...(name === '' ? [] : [name]), ...(round === undefined ? [] : [`round ${round}`])];
  const which = of.length === 0 ? '' : ` of ${of.join(' in ')}`;
  const whole = title(`where the ${duration(wall)}${which} went`, place);
  const linked = title(...(name === '' ? [] : [name]), link);
  return { whole, dense: textOf(linked).includes(link) ? linked : whole };
}

function productRows({ product, where }: RayAccount, width: number): readonly Line[] {
  return wrap(where === '' ? product : `${product} (${where})`, width).map((row) => line(row));
}

const gaps = [4, 3, 2] as const;

/** In one row if they fit, else times below names, else in several rows. */
function phaseRows(phases: readonly Phase[], width: number): readonly Line[] {
  const flow = flowed(
    phases.map((phase) => line(phaseText(phase))),
    width,
  );
  const texts = phases.map(({ name, took }) => [name, duration(took)] as const);
  const cells = texts.map(([name, time]) => Math.max(name.length, time.length));
  const taken = cells.reduce((sum, count) => sum + count, 0);
  const gap = gaps.find((count) => taken + count * (cells.length - 1) <= width);
  if (flow.length === 1 || gap === undefined) {
    return flow;
  }

  const row = (of: 0 | 1) =>
    texts.map((pair, column) => pair[of].padStart(cells[column] ?? 0)).join(' '.repeat(gap));
  return [line(piece(row(0), 'faint')), line(row(1))];
}
