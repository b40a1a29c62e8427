import { line, piece } from '../canvas/line.ts';
import type { Theme } from '../canvas/theme.ts';
import { chapters } from './help-text.ts';
import type { Page } from '../parts/pager.ts';

const termWidth = 12;

export const helpPage = (theme: Theme): Page => ({
  title: 'HELP',
  back: '?',
  rows: chapters(theme).flatMap(({ title, entries }, index) => [
    ...(index > 0 ? [[]] : []),
    line(piece(title, 'strong')),
    ...entries.map(([term, meaning]) =>
      line(piece(`  ${term.padEnd(termWidth)} `, 'cursor'), meaning),
    ),
  ]),
});
