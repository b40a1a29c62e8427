import type { Case } from '../../../source/core/plan/plan.ts';
import { expectedAnswer } from '../../../source/core/plan/answer.ts';
import { driverLines, said } from './fake-ray-jobs.ts';
import { extremes, leavesOf, oneOf, textOf, valueIn, withValue, type Random } from './mutated.ts';

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

/** Stamps the events, and replaces some of their numbers, those of the stamp as well, by others. */
export function randomDriverLog(random: Random, planned: Case, nonce: string): string {
  const line = driverLines(nonce);
  const share = oneOf(random, [0, 0, 0.02, 0.2]);
  let ts = 1_000_000;
  return pass(random, planned)
    .map((event) => {
      ts += random() * oneOf(random, [0, 1, 300]);
      const [mark, json = ''] = line(event, ts).split(/(?<=^\S+ )/);
      const stamped: unknown = JSON.parse(json);
      const numbers = leavesOf(stamped).filter(
        (path) => typeof valueIn(stamped, path) === 'number',
      );
      const changed = numbers
        .filter(() => random() < share)
        .reduce(
          (before, path) => withValue(before, path, oneOf(random, [...extremes, 'text', null])),
          stamped,
        );
      return `${mark}${textOf(changed)}\n`;
    })
    .join('');
}
