import type { ReportCase } from '../../../core/report/figures/report-case.ts';
import type { Pop } from '../../../core/report/figures/pop.ts';
import { fraction, percent, ratio } from '../../../core/text/format.ts';
import { briefRows, factRows, type Fact } from '../facts.ts';
import type { DetailsRequest, Section } from '../section.ts';

/** What became of the workers, as a share of what they could give, and as the product that the POP metrics make of it. */
export function efficiencies({ report, width }: DetailsRequest): readonly Section[] {
  const found = report.cases.filter(({ efficiency }) => efficiency !== undefined);
  return found.map((one) => {
    const facts = factsOf(one);
    return {
      title: `EFFICIENCY${found.length > 1 ? ` OF ${one.id}` : ''}`,
      rows: factRows(facts, width),
      brief: briefRows(facts),
    };
  });
}

function factsOf({ efficiency = 0, karpFlatt, pop }: ReportCase): readonly Fact[] {
  return [
    {
      name: 'efficiency',
      value: percent(efficiency),
      meaning: `speed-up over workers${pop ? ', as a product:' : ''}`,
    },
    ...(pop ? popFacts(pop) : []),
    ...(karpFlatt === undefined
      ? []
      : [
          {
            name: 'Karp-Flatt',
            value: fraction(karpFlatt),
            meaning: 'serial share that would explain it',
          },
        ]),
  ];
}

const popFacts = (pop: Pop): readonly Fact[] => [
  {
    name: '  computation scaling',
    value: `= ${ratio(pop.computationScaling)}`,
    meaning: 'time in tasks: of local over here',
  },
  {
    name: '  load balance',
    value: `× ${ratio(pop.loadBalance)}`,
    meaning: 'mean over most time of a worker in tasks',
  },
  {
    name: '  orchestration',
    value: `× ${ratio(pop.orchestration)}`,
    meaning: 'that most over the whole time',
  },
  {
    name: "  local's own overhead",
    value: `× ${ratio(pop.localOverhead)}`,
    meaning: 'local: whole time over time in tasks',
  },
];
