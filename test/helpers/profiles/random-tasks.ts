import type { Span } from '../../../source/core/profile/span.ts';
import { seeded } from '../numbers/random.ts';

type Maybe = <Value>(value: Value) => Value | undefined;

/** Tasks of every kind that a pass can have, in any order: any field that may be missing is, in all of them or in some. */
export function randomTasks(seed: number): readonly Span[] {
  const random = seeded(seed);
  const below = (most: number) => Math.floor(random() * most);
  const having = Array.from({ length: 7 }, () => [0, 0.5, 1][below(3)]!);
  const maybe =
    (field: number): Maybe =>
    (value) =>
      random() < having[field]! ? value : undefined;
  const numbers = Array.from({ length: below(60) }, (_, task) => task);
  const inOrder = random() < 0.5;
  const texts = 1 + below(3);
  return (inOrder ? numbers : numbers.toReversed()).map((task) => {
    const start = random() * 100;
    const end = start + random();
    const times = { onCpu: maybe(0)(random()), waiting: maybe(1)(random()) };
    const left = end - start - (times.onCpu ?? Number.NaN) - (times.waiting ?? Number.NaN);
    const blocked = having[2] === 1 && !Number.isNaN(left) ? left : maybe(2)(random());
    const fields = {
      task,
      worker: below(9),
      cpu: maybe(3)(below(8)),
      digest: `d${below(texts)}`,
      kept: maybe(4)(`k${below(texts)}`),
      start,
      end,
      ...times,
      blocked,
      collecting: maybe(5)(random()),
      node: maybe(6)(`n${below(texts)}`),
    };
    return Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== undefined),
    ) as Span;
  });
}
