import { referenceOf } from '../../core/report/figures/comparison.ts';
import { headlinesSoFar, type Headline } from '../../core/report/headline.ts';
import type { ProfileState } from '../../core/profile/state.ts';
import { firstFitting, justified, lengthOf, line, piece, type Line } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { marginOf } from '../parts/margin.ts';

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
      ? {
          text: answerText(soFar(headline), { name, headline }, theme),
          short: answerText(headline.first.replace(/ so far$/, ''), { name, headline }, theme),
          ends: endsOf(headline),
        }
      : pending(`${name}${pendingText(profile, id)}`);
  });
  const rows = answers.map((answer) => answerRow(answer, width));
  const single = line(
    margin,
    ...firstFitting(
      [answers.map(({ text }) => text), answers.map(({ short }) => short)],
      width - margin.length,
    ),
  );
  return { single: rows.length === 1 ? rows[0]! : single, rows };
}

type Answer = {
  readonly text: Line;
  /** For several in one row. */
  readonly short: Line;
  /** What stands at its right, from the longest wording to the shortest. */
  readonly ends: readonly string[];
};

function pending(text: string): Answer {
  const row = line(piece(text, 'quiet'));
  return { text: row, short: row, ends: [] };
}

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

type Named = { readonly name: string; readonly headline: Headline };

const answerText = (text: string, { name, headline }: Named, { marks }: Theme): Line =>
  line(
    piece(name, 'strong'),
    piece(headline.mark ? `${marks.note} ` : '', 'note'),
    piece(text, 'answer'),
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
