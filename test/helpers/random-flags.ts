import { seeded } from './random.ts';

const odd = ['', ' ', '-1', '1.5', 'x', '∞', '1e3', '9'.repeat(30), '--json', '\n', '\u0000', "'"];

/** Small plans, and what people type by mistake. */
const values: Readonly<Record<string, readonly string[]>> = {
  size: ['0', '1', '2', '100', '1_000', '2k', '300001'],
  tasks: ['1', '2', '5', 'cpus', '0', 'many'],
  workers: ['1', '2', '3', 'cpus', '0', '1025'],
  repeats: ['1', '2', '0', '1001'],
  workload: ['list', 'pair', 'bigint', 'lists', 'List'],
  engines: ['local', 'pool', 'local,pool', 'pool, local', 'local,local', 'warp', ',', 'ray'],
};

const switches = [
  '--json',
  '--ascii',
  '--force',
  '--no-history',
  '--help',
  '--version',
  '-h',
  '-V',
];
const strays = ['--siz', '-x', '--', '-', '50000', '--no-json', '--json=1', '--size'];

/** Lines of arguments, the same for the same seed; every plan in them is small, whatever is left out. */
export function randomFlags(seed: number, count: number): readonly (readonly string[])[] {
  const random = seeded(seed);
  const chance = (share: number) => random() < share;
  const oneOf = (texts: readonly string[]) => texts[Math.floor(random() * texts.length)] ?? '';

  const flag = (name: string, among: readonly string[]): readonly string[] => {
    const value = chance(0.05) ? oneOf(odd) : oneOf(among);
    return chance(0.3) ? [`--${name}=${value}`] : [`--${name}`, value];
  };

  return Array.from({ length: count }, () => {
    const parts = [
      ...Object.entries(values).map(([name, among]) =>
        flag(name, chance(0.8) ? among.slice(0, 3) : among),
      ),
      ...switches.flatMap((name) => (chance(0.08) ? [[name]] : [])),
      ...(chance(0.1) ? [[oneOf(strays)]] : []),
      ...(chance(0.05) ? [flag('size', ['5'])] : []),
    ];
    const order = parts.map((part) => ({ part, place: random() }));
    return order.toSorted((a, b) => a.place - b.place).flatMap(({ part }) => part);
  });
}
