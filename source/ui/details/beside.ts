import { createLatestCache } from '../../core/latest-cache.ts';
import type { Report } from '../../core/report/report.ts';
import type { Zones } from '../canvas/body.ts';
import { line } from '../canvas/line.ts';
import { bare, later, ruled, type Zone } from '../canvas/zone.ts';
import { efficiencies } from './accounting/efficiency.ts';
import { costs } from './accounting/costs.ts';
import { everyRound } from './rounds/every-round.ts';
import { forecasts } from './accounting/forecasts.ts';
import { losses } from './accounting/losses.ts';
import { medians } from './rounds/medians.ts';
import { outliers } from './rounds/outliers.ts';
import { machineSection, planSection } from './plan-and-machine.ts';
import { rayTimes } from './accounting/ray-time.ts';
import type { DetailsRequest, Section } from './section.ts';
import { spread } from './rounds/spread.ts';
import { rayAnswers } from './accounting/why-ray.ts';

const zones = createLatestCache<Report, Zones>();

/** Rounds and accounting beside the overview, as far as there are rows. What the overview says is left out. */
export const besideZones = (request: DetailsRequest): Zones =>
  zones(request.report, [request.width, request.theme], () => makeZones(request));

function makeZones(request: DetailsRequest): Zones {
  const sections = [
    everyRound(request),
    medians(request),
    spread(request),
    ...losses(request),
    ...efficiencies(request),
    ...rayTimes(request),
    costs(request),
    forecasts(request),
    outliers(request),
    planSection(request),
    machineSection(request),
  ].filter(({ rows }) => rows.length > 0);
  return { details: sections.map(zoneOf) };
}

/** Sections in their order; once all have their numbers they get their meanings in the same order. */
function zoneOf({ title, rows, brief }: Section, index: number): Zone {
  const meanings = 100 + index;
  return {
    title: line(title),
    priority: index,
    variants: [...(brief ? [later(meanings, ruled(rows)), ruled(brief)] : [ruled(rows)]), bare([])],
  };
}

/** Why Ray takes as long as it does, and whether it is worth it: below the chart of the overview. */
export const rayZones = (request: DetailsRequest): readonly Zone[] =>
  rayAnswers(request).map(({ title, rows }) => ({
    title: line(title),
    priority: 2,
    variants: [ruled(rows), bare(rows), bare([])],
  }));
