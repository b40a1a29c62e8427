import { reportOf } from '../../../source/core/report/report-of.ts';
import type { State } from '../../../source/core/profile/state.ts';
import { detailsPicture } from '../../../source/ui/details/details.ts';
import type { DetailsPage } from '../../../source/ui/details/pages.ts';
import { resultsPage } from '../../../source/ui/results-page.ts';
import type { Draw } from './ui-frames.ts';

/** A page of the details of a session that has ended, from a row on. */
export function detailsScreen(state: State, page: DetailsPage, top = 0): Draw {
  const report = reportOf(state, '1.2.3')!;
  const view = { place: { page, top }, report, profile: state.profile! };
  return (room, theme) => detailsPicture(view, room, theme);
}

/** The results with all that stands around the overview. */
export function resultsPageScreen(state: State): Draw {
  const report = reportOf(state, '1.2.3')!;
  const view = { report, listed: true, profile: state.profile! };
  return (room, theme) => resultsPage(view, room, theme);
}
