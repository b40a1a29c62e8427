import { referenceOf } from '../../core/report/figures/comparison.ts';
import { headlinesSoFar, type Headline } from '../../core/report/headline.ts';
import type { ProfileState } from '../../core/profile/state.ts';
import { justified, lengthOf, line, piece, spaced, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { marginOf } from './margin.ts';

/** The speed-ups so far: all in one row, and a row for each. */
export type Answers = { readonly single: Line; readonly rows: readonly Line[] };

export function answersOf(profile: ProfileState, width: number, theme: Theme): Answers {
  const margin = marginOf(width);
  const found = headlinesSoFar(profile);
  const compared = profile.plan.cases.filter((one) => referenceOf(profile.plan, one) !== one);
  const answers = compared.map(({ id }): Answer => {
    const headline = found.find((one) => one.case === id);
    const name = compared.length > 1 ? `${id}: ` : '';
    return headline
      ? { text: answerText(headline, name, theme), ends: endsOf(headline) }
      : { text: line(piece(`${name}${pendingText(profile, id)}`, 'quiet')), ends: [] };
  });
  const rows = answers.map((answer) => answerRow(answer, width));
  const single = line(
    margin,
    ...spaced(
      answers.map(({ text }) => text),
      width - margin.length,
    ),
  );
  return { single: rows.length === 1 ? rows[0]! : single, rows };
}

/** The text, and what stands at its right, from the longest wording to the shortest. */
type Answer = { readonly text: Line; readonly ends: readonly string[] };

/** How sure it is: "2 rounds cannot rule out chance, 3 more make a verdict". */
const endsOf = ({ second }: Headline): readonly string[] => [second, second.replace(/,.*/, '')];

function answerRow({ text, ends }: Answer, width: number): Line {
  const margin = marginOf(width);
  const answer = line(margin, ...text);
  const end = ends.find((one) => lengthOf(answer) + 3 + one.length + margin.length <= width);
  return end === undefined ? answer : justified(answer, line(piece(end, 'quiet'), margin), width);
}

function pendingText({ plan, passes }: ProfileState, id: string): string {
  const comes = plan.passes.slice(passes.length).some((pass) => pass.case === id);
  return comes ? 'no round has finished yet' : 'no round finished';
}

const answerText = (headline: Headline, name: string, { marks }: Theme): Line =>
  line(
    piece(name, 'strong'),
    piece(headline.mark ? `${marks.note} ` : '', 'note'),
    piece(soFar(headline), 'answer'),
  );

function soFar({ outcome, first }: Headline): string {
  switch (outcome) {
    case 'faster':
    case 'slower':
      return `${first} so far`;
    case 'same':
      return first.replace('the same', 'the same so far');
    case 'undecided':
      return `${first} yet`;
    case 'too-few-rounds':
      return first;
  }
}
