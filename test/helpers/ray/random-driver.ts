import type { Case } from '../../../source/core/plan/plan.ts';
import { expectedAnswer } from '../../../source/core/plan/answer.ts';
import { driverLines, said } from './fake-ray-jobs.ts';

/** Numbers that wreck a sum, a quotient or a loop; the text is one that JSON has and `JSON.stringify` has not. */
const extremes = [
  0,
  -0,
  -1,
  -5000,
  5e-324,
  1e-9,
  0.5,
  1e6,
  4e9,
  2 ** 53,
  1e15,
  1e100,
  1e308,
  -1e308,
] as const;
const infinite = '1e999';

type Random = () => number;

const oneOf = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)]!;

/** What a driver says of a whole pass. Tasks may take no time, begin at once, or overlap on one worker. */
function pass(random: Random, { tasks, size, workload }: Case): readonly object[] {
  const nodes = said.cluster.nodes.slice(0, 1 + Math.floor(random() * 2));
  const cpus = nodes.length;
  const began = 1_000_000;
  const short = random() < 0.3;
  const slowest = oneOf(random, [0, 0.001, 1, 1000]);
  const answer = expectedAnswer(workload, size);
  const each = Array.from({ length: tasks }, (_, task) => {
    const node = oneOf(random, ['a', 'b'].slice(0, cpus));
    const start = began + 300 + random() * oneOf(random, [0, 1, 1000]);
    const end = start + random() * slowest;
    const cpuMs = random() * (end - start);
    if (short) {
      const row = [task, 0, random() * 9, start - began, end - began, cpuMs, null];
      return [said.worker(0, node), { ...said.ran(row), kept: undefined, ...answer }];
    }

    return [
      said.started(task, node, `worker-${node}${Math.floor(random() * 3)}`),
      { ...said.result(task, start, end), cpuMs, kept: undefined, ...answer },
    ];
  });
  return [
    said.hello,
    { ...said.cluster, nodes, cpus, count: cpus },
    said.warm,
    said.submitted(tasks),
    ...each.flat(),
    ...(random() < 0.7 ? [said.serial] : []),
    said.end('ok'),
  ];
}

/** The paths of all numbers in an event. */
function numbersIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === 'number') {
    return [path];
  }

  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) => numbersIn(one, [...path, key]))
    : [];
}

function withNumber(value: object, [key, ...rest]: readonly string[], number: unknown): object {
  const changed =
    rest.length === 0 ? number : withNumber((value as Record<string, object>)[key!]!, rest, number);
  return Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key!]: changed };
}

/** Stamps the events, and replaces some of their numbers, those of the stamp as well, by others. */
export function randomDriverLog(random: Random, planned: Case, nonce: string): string {
  const line = driverLines(nonce);
  const share = oneOf(random, [0, 0, 0.02, 0.2]);
  let ts = 1_000_000;
  return pass(random, planned)
    .map((event) => {
      ts += random() * oneOf(random, [0, 1, 300]);
      const [mark, json = ''] = line(event, ts).split(/(?<=^\S+ )/);
      const stamped = JSON.parse(json) as object;
      const wrong = numbersIn(stamped).filter(() => random() < share);
      const changed = wrong.reduce(
        (before, path) =>
          withNumber(before, path, oneOf(random, [...extremes, `<${infinite}>`, 'text', null])),
        stamped,
      );
      return `${mark}${JSON.stringify(changed).replaceAll(`"<${infinite}>"`, infinite)}\n`;
    })
    .join('');
}
