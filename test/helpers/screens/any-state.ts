import { allTasksIn } from '../../../source/core/plan/ray-text.ts';
import { rayPhases } from '../../../source/core/plan/ray.ts';
import { seeded } from '../numbers/random.ts';
import { samplesOn, type RayRequest } from './ui-states.ts';

export const random = seeded(23);

export const between = (least: number, most: number) =>
  least + Math.floor(random() * (most - least + 1));

export const oneOf = <Item>(items: readonly Item[]): Item => items[between(0, items.length - 1)]!;

/** From a microsecond to ten hours, every decade equally likely. */
export const anyWall = () => 10 ** (random() * 10.5 - 3);

/** What a file, a host or a program may say to wreck a screen. */
export const hostile = [
  'a\u001B[2J\u001B[?1049l\u001B]0;title\u0007b',
  'line\r\nfeed\ttab\u0085next\u2028separator\u009B2J',
  'user\u202Egnp.exe\u2066 and \u200B\u200Dno width\uFEFF',
  '状態フォルダ日本語',
  '한국어 폴더 이름'.normalize('NFD'),
  'Zalgo' + '\u0301\u0327'.repeat(40),
  '👩‍👩‍👧 👍🏽 🇩🇪 1️⃣ ❤️',
  'half \uD800 and \uDC00 \uE000 \u0378',
] as const;

export const names = [
  ...hostile,
  'CPU',
  'AMD EPYC 9554 64-Core Processor',
  'Intel(R) Xeon(R) '.repeat(12),
] as const;

/** Half of the time more than any machine here has CPUs. */
export const anyWorkers = () => between(1, random() < 0.5 ? 256 : 1024);

export const samples = 150;

/** The CPUs of at most 100 nodes, at most 1024 in all. */
export function anyNodes(): readonly number[] {
  const count = random() < 0.3 ? 1 : between(2, random() < 0.5 ? 6 : 100);
  return Array.from({ length: count }, () => between(1, Math.floor(1024 / count)));
}

export const phases = rayPhases.filter((phase) => phase !== 'stopping');

/** A pass on a cluster in any phase. Workers may be missing, and more may have joined, even on other nodes. */
export function anyRay(nodes: readonly number[]): RayRequest {
  const reached = phases.slice(0, between(0, phases.length));
  const stopping = random() < 0.2 ? (['stopping'] as const) : [];
  const all = samplesOn([...nodes, ...(random() < 0.2 ? [between(1, 200)] : [])]);
  const some = all.filter(() => random() < 0.7);
  const samples = oneOf([[], all.slice(0, 1), some, all]);
  return {
    nodes,
    cpus: between(1, 64),
    settings: { size: 100, tasks: between(1, 2000), rounds: 3 },
    phases: [...reached, ...stopping].map((phase) => [phase, anyWall()] as const),
    samples: samples.map((sample) => (random() < 0.02 ? { ...sample, failed: 1 } : sample)),
    ...(random() < 0.3
      ? { note: oneOf([allTasksIn, 'reconnecting', 'a cause '.repeat(30), ...hostile]) }
      : {}),
    ...(random() < 0.3 ? { names: nodes.map((_, node) => `${oneOf(names)} ${node}`) } : {}),
  };
}
