import { hasDriverLog } from '../../core/profile/logged-failures.ts';
import type { ProfileState } from '../../core/profile/state.ts';
import { costs } from './accounting/costs.ts';
import { driverLogs } from './driver-log.ts';
import { efficiencies } from './accounting/efficiency.ts';
import { everyRound } from './rounds/every-round.ts';
import { forecasts } from './accounting/forecasts.ts';
import { losses } from './accounting/losses.ts';
import { medians, speedups } from './rounds/medians.ts';
import { outliers } from './rounds/outliers.ts';
import { commandSection, machineSection, planSection } from './plan-and-machine.ts';
import { nodesOfCases } from './accounting/nodes.ts';
import { rayTimes } from './accounting/ray-time.ts';
import type { DetailsRequest, Section } from './section.ts';
import { spread } from './rounds/spread.ts';
import { trust, warnings } from './trust.ts';
import { rayAnswers } from './accounting/why-ray.ts';

export type DetailsPage = 'rounds' | 'accounting' | 'trust' | 'plan' | 'log';

/** The passes of the profile, whose failures may have left a log. */
export type Logged = { readonly profile: Pick<ProfileState, 'passes'> };

/** The pages that a profile has, in their order. */
export const pagesOf = ({ profile }: Logged): readonly DetailsPage[] => [
  'rounds',
  'accounting',
  'trust',
  'plan',
  ...(hasDriverLog(profile) ? (['log'] as const) : []),
];

/** What stands on a page. Sections without rows are left out. */
export function sectionsOf(
  page: DetailsPage,
  request: DetailsRequest & Logged,
): readonly Section[] {
  return allSections(page, request).filter(({ rows }) => rows.length > 0);
}

function allSections(page: DetailsPage, request: DetailsRequest & Logged): readonly Section[] {
  switch (page) {
    case 'rounds':
      return roundsSections(request);
    case 'accounting':
      return [
        ...rayAnswers(request),
        ...losses(request),
        ...efficiencies(request),
        ...rayTimes(request),
        ...nodesOfCases(request),
        costs(request),
        forecasts(request),
      ];
    case 'trust':
      return [trust(request), warnings(request)];
    case 'plan':
      return [planSection(request), commandSection(request), machineSection(request)];
    case 'log':
      return driverLogs(request.profile, request.width);
  }
}

const roundsSections = (request: DetailsRequest): readonly Section[] => [
  everyRound(request),
  speedups(request),
  medians(request),
  spread(request),
  outliers(request),
];
