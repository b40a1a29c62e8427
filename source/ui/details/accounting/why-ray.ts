import { howLong, rayReasonsOf, type RayReasons } from '../../../core/report/losses/ray-reasons.ts';
import { rayWorthOf, worthQuestion } from '../../../core/report/losses/ray-worth.ts';
import { durationsAlike } from '../../../core/text/format.ts';
import { widthOf } from '../../../core/text/cells.ts';
import { line, piece, type Line } from '../../canvas/line.ts';
import { paragraph, type DetailsRequest, type Section } from '../section.ts';

/** Why Ray takes as long as it does, and whether parallelism on it is worth it, for every engine on Ray. */
export const rayAnswers = (request: DetailsRequest): readonly Section[] => {
  const { cases } = request.report;
  const onRay = cases.filter(({ id }) => rayWorthOf(request.report, id).length > 0);
  return onRay.flatMap(({ id }) => {
    const name = onRay.length > 1 ? id : 'Ray';
    return [...whyRay(request, { id, name }), worthRay(request, { id, name })];
  });
};

/** A case, and how the titles call it. */
type Named = { readonly id: string; readonly name: string };

function whyRay({ report, width }: DetailsRequest, { id, name }: Named): readonly Section[] {
  const reasons = rayReasonsOf(report, id);
  if (!reasons) {
    return [];
  }

  const { slower, factors } = reasons;
  const widest = Math.max(...factors.map(({ value }) => value.length));
  const rows = factors.map(({ divides, value, because }): Line => {
    const ahead = `  ${divides ? '÷' : '×'} ${value.padEnd(widest)}   `;
    const room = width - ahead.length;
    return line(
      piece(ahead, divides === slower ? 'good' : 'loss'),
      because.find((text) => widthOf(text) <= room) ?? because.at(-1)!,
    );
  });
  const title = `Why ${name} ${howLong(reasons)}`.toUpperCase();
  const walls = wallsText(reasons);
  // A rule takes five cells beside its title, two of them outside of the rows.
  return title.length + walls.length + 2 <= width - 3
    ? [{ title: `${title}: ${walls}`, rows }]
    : [{ title, rows: [...paragraph(`${walls}:`, width, 'quiet'), ...rows] }];
}

/** "round 2: 9.66 s over 1.46 s", whose quotient is the headline's. */
function wallsText({ round, wall, overWall, over, slower }: RayReasons): string {
  const [ray, reference] = durationsAlike([wall, overWall]);
  return `round ${round}, ${slower ? `${ray} over ${reference} of ${over}` : `${reference} of ${over} over ${ray}`}`;
}

const worthRay = ({ report, width }: DetailsRequest, { id, name }: Named): Section => ({
  title: worthQuestion(name).toUpperCase(),
  rows: rayWorthOf(report, id).flatMap((sentence) => paragraph(sentence, width)),
});
