import { seeded } from '../numbers/random.ts';

const odd = ['', ' ', '-1', '1.5', 'x', '∞', '1e3', '9'.repeat(30), '--json', '\n', '\u0000', "'"];

/** Small plans, and typical typing errors. */
const values: Readonly<Record<string, readonly string[]>> = {
  size: ['0', '1', '2', '100', '1_000', '2k', '300001'],
  tasks: ['1', '2', '5', 'cpus', '0', 'many'],
  workers: ['1', '2', '3', 'cpus', '0', '1025'],
  rounds: ['1', '2', '0', '1001'],
  workload: ['list', 'pair', 'bigint', 'lists', 'List'],
  engines: [
    'local',
    'pool',
    'local,pool',
    'pool,python',
    'pool, local',
    'local,local',
    'warp',
    ',',
    'ray',
  ],
};

/** Flags of casts and of colours, which every command has. The file is not needed by anyone, and replaced only with `--overwrite`. */
const recording: Readonly<Record<string, readonly string[]>> = {
  record: ['/dev/null', '/dev/null', '/nowhere/at/all.cast', ''],
  'cast-version': ['2', '3', '1'],
  'window-size': ['80x24', '60x16', '59x16', '120'],
  window: ['80x24', '120'],
  color: ['auto', 'always', 'never', 'yes'],
  theme: ['dark', 'light', 'grey'],
};

/** Flags of single commands. A demo always gets `--offline`, since otherwise it measures for a minute. */
const commands: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  replay: { speed: ['1000', '1000', '0', 'fast'], 'idle-time-limit': ['1', '0.1', '-1'] },
  'replay last~1': { speed: ['1000'], 'idle-limit': ['1', '-1'] },
  history: {},
  show: {},
  'show last': {},
  'demo --offline': { speed: ['1000', '1000', '1000', 'fast'] },
};

const switches = [
  '--json',
  '--ascii',
  '--plain',
  '--quiet',
  '-q',
  '--force',
  '--overwrite',
  '--no-color',
  '--save',
  '--no-history',
  '--help',
  '--version',
  '-h',
  '-V',
];
const strays = [
  '--siz',
  '-x',
  '--',
  '-',
  '50000',
  '--no-json',
  '--json=1',
  '--size',
  'replay',
  'demo',
  'runn',
  'last',
  'help',
  'version',
  '--offline',
  '-s7',
  '-n',
  '-w',
  '--runs',
];

/** Lines of arguments, the same for the same seed. Every plan in them is small, even where flags are missing. */
export function randomFlags(seed: number, count: number): readonly (readonly string[])[] {
  const random = seeded(seed);
  const chance = (share: number) => random() < share;
  const oneOf = (texts: readonly string[]) => texts[Math.floor(random() * texts.length)] ?? '';

  const flag = (name: string, among: readonly string[]): readonly string[] => {
    const value = chance(0.05) ? oneOf(odd) : oneOf(among);
    return chance(0.3) ? [`--${name}=${value}`] : [`--${name}`, value];
  };

  const shuffled = (parts: readonly (readonly string[])[]): readonly string[] =>
    parts
      .map((part) => ({ part, place: random() }))
      .toSorted((a, b) => a.place - b.place)
      .flatMap(({ part }) => part);

  const flags = (names: Readonly<Record<string, readonly string[]>>, share: number) =>
    Object.entries(names).flatMap(([name, among]) => (chance(share) ? [flag(name, among)] : []));

  const common = () => [
    ...flags(recording, 0.15),
    ...switches.flatMap((name) => (chance(0.08) ? [[name]] : [])),
    ...(chance(0.1) ? [[oneOf(strays)]] : []),
  ];

  const measuring = () =>
    shuffled([
      ...Object.entries(values).map(([name, among]) =>
        flag(name, chance(0.8) ? among.slice(0, 3) : among),
      ),
      ...common(),
      ...(chance(0.05) ? [flag('size', ['5'])] : []),
    ]);

  const commanding = () => {
    const command = oneOf(Object.keys(commands));
    return [
      ...command.split(' '),
      ...shuffled([...flags(commands[command] ?? {}, 0.5), ...common()]),
    ];
  };

  return Array.from({ length: count }, () => (chance(0.25) ? commanding() : measuring()));
}
