import { collectingTexts } from '../../../core/report/case-texts.ts';
import type { ReportCase } from '../../../core/report/figures/report-case.ts';
import type { Report } from '../../../core/report/report.ts';
import { counted, duration, finePercent, moreOrLess } from '../../../core/text/format.ts';
import { briefRows, factRows, type Fact } from '../facts.ts';
import type { DetailsRequest, Section } from '../section.ts';

/** What parallelism costs besides time: the start of the workers, CPU time, garbage collection, the screen. */
export function costs({ report, width }: DetailsRequest): Section {
  const facts = [
    ...report.cases.flatMap(({ id }) => coldStartFact(report, id)),
    ...report.cases.flatMap(paidBackFact),
    ...report.cases.flatMap(cpuTimeFact),
    ...collectingFact(report),
    ...screenFact(report),
  ];
  return { title: 'WHAT IT COST', rows: factRows(facts, width), brief: briefRows(facts) };
}

function coldStartFact({ plan }: Report, id: string): readonly Fact[] {
  const start = plan.coldStart[id];
  return start === undefined
    ? []
    : [
        {
          name: `cold start of ${id}`,
          value: duration(start),
          meaning: 'making its workers, to their first answer',
        },
      ];
}

const paidBackFact = ({ id, paidBackAfter }: ReportCase): readonly Fact[] =>
  paidBackAfter === undefined
    ? []
    : [
        {
          name: `${id} paid back after`,
          value: counted(paidBackAfter, 'task'),
          meaning: 'they save what its start took',
        },
      ];

const cpuTimeFact = ({ id, cpuTime }: ReportCase): readonly Fact[] =>
  cpuTime
    ? [
        {
          name: `CPU time of ${id}`,
          value: duration(cpuTime.took),
          meaning: `${moreOrLess(cpuTime.more) ?? 'as much'} ${moreOrLess(cpuTime.more) ? 'than' : 'as'} local with ${duration(cpuTime.local)}`,
        },
      ]
    : [];

function collectingFact(report: Report): readonly Fact[] {
  const texts = collectingTexts(report);
  return texts.length > 0
    ? [
        {
          name: 'garbage collection',
          value: texts.join(', '),
          meaning: "of the tasks' time",
        },
      ]
    : [];
}

const screenFact = ({ cost }: Report): readonly Fact[] =>
  cost?.screen === undefined
    ? []
    : [
        {
          name: 'drawing the screen',
          value: finePercent(cost.screen),
          meaning: 'of one CPU, while tasks ran',
        },
      ];
