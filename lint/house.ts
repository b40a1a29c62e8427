/**
 * The house: which room of `source/` may import which. `docs/architecture.md` explains it; the lint rule
 * `house/directions` and `test/lint/house.test.ts` hold the code to it.
 */
export type Room = {
  /** A folder below `source/`, with everything in it that is not a room of its own. */
  readonly name: string;
  /** Rooms besides itself; `core/**` stands for `core` and all rooms inside it. */
  readonly imports: readonly string[];
  /** Why it may import no others; the message for a wrong import. */
  readonly reason: string;
};

const leaves = ['core', 'core/text'];
const upToMachine = [...leaves, 'core/machine'];
const upToPlan = [...upToMachine, 'core/plan'];
const upToProfile = [...upToPlan, 'core/profile'];
const upToFigures = [...upToProfile, 'core/report/figures'];
const upToTrust = [...upToFigures, 'core/report/trust'];
const upToLosses = [...upToTrust, 'core/report/losses'];

const drawing = ['core/**', 'ui/canvas', 'ui/input'];
const screen = [...drawing, 'ui/parts'];
const ownScreen = 'a screen draws with canvas, input and parts, and knows no other screen';

export const rooms: readonly Room[] = [
  { name: 'core', imports: [], reason: 'the leaves of core import nothing' },
  {
    name: 'core/text',
    imports: ['core'],
    reason: 'text knows numbers and strings, no noun of ours',
  },
  {
    name: 'core/machine',
    imports: leaves,
    reason: 'machine describes the machine, not what runs on it',
  },
  { name: 'core/plan', imports: upToMachine, reason: 'a plan is known before anything runs' },
  {
    name: 'core/profile',
    imports: upToPlan,
    reason: 'profile runs a plan; what to make of it is the report’s',
  },
  { name: 'core/recording', imports: upToProfile, reason: 'a recording keeps events, not results' },
  {
    name: 'core/report/figures',
    imports: upToProfile,
    reason: 'figures are computed before anyone judges them',
  },
  {
    name: 'core/report/trust',
    imports: upToFigures,
    reason: 'trust judges figures; losses rest on trust, not the reverse',
  },
  {
    name: 'core/report/losses',
    imports: upToTrust,
    reason: 'losses are explained before the report is put together',
  },
  {
    name: 'core/report',
    imports: upToLosses,
    reason: 'the report is a function of an ended profile and nothing that lives on',
  },
  {
    name: 'core/timeline',
    imports: upToFigures,
    reason: 'a timeline cuts one pass into rows and slices',
  },
  {
    name: 'core/history',
    imports: [...upToLosses, 'core/report'],
    reason: 'the history tells of saved runs: it opens none',
  },
  { name: 'core/doctor', imports: ['core/**'], reason: 'core imports nothing outside core' },
  { name: 'core/session', imports: ['core/**'], reason: 'core imports nothing outside core' },

  {
    name: 'workload',
    imports: ['core/**'],
    reason: 'a workload runs inside a worker, on any engine',
  },
  {
    name: 'machine',
    imports: ['core/**'],
    reason: 'machine reads the system, as an engine does; it knows nobody else',
  },
  { name: 'engines/system', imports: ['core/**'], reason: 'what engines take from Node itself' },
  {
    name: 'engines/pool',
    imports: ['core/**', 'workload', 'engines/system'],
    reason: 'an engine reports events; it knows no other engine and nobody who watches',
  },
  {
    name: 'engines/ray',
    imports: ['core/**', 'engines/system'],
    reason: 'an engine reports events; it knows no other engine and nobody who watches',
  },
  {
    name: 'engines/python',
    imports: ['core/**', 'engines/system', 'engines/ray'],
    reason:
      'it finds and drives a Python as Ray’s driver is found and read; it knows nobody who watches',
  },
  {
    name: 'engines',
    imports: ['core/**', 'workload', 'engines/**'],
    reason: 'engines know core and workload; they report events to whoever watches',
  },
  {
    name: 'host',
    imports: ['core/**', 'engines/**', 'machine'],
    reason: 'the host measures and reports; it knows nobody who watches',
  },
  {
    name: 'output',
    imports: ['core/**'],
    reason: 'an output turns a report, events or cells into text; what it shows reaches it as data',
  },
  { name: 'session', imports: ['core/**'], reason: 'what live, replay and demo share' },
  {
    name: 'session/live',
    imports: ['core/**', 'engines/system', 'host', 'machine', 'output', 'session'],
    reason: 'a live session wires the host, the machine and run files to core; it draws nothing',
  },
  {
    name: 'session/replay',
    imports: ['core/**', 'output', 'session'],
    reason: 'a replay measures nothing and runs nobody’s code',
  },
  {
    name: 'session/demo',
    imports: ['core/**', 'output', 'session'],
    reason: 'a demo types keys and plays events; it draws nothing',
  },
  {
    name: 'session/doctor',
    imports: [
      'core/**',
      'engines/pool',
      'engines/ray',
      'machine',
      'output',
      'session',
      'session/live',
    ],
    reason: 'doctor looks with what a run looks with; it runs nothing and prints nothing',
  },
  {
    name: 'options',
    imports: ['core/**', 'engines/ray', 'output'],
    reason: 'options turn words into data and start nothing',
  },

  {
    name: 'ui/canvas',
    imports: leaves,
    reason: 'canvas is a drawing kit: it knows no noun of ours',
  },
  { name: 'ui/input', imports: ['core/**'], reason: 'input knows keys, not screens' },
  {
    name: 'ui/parts',
    imports: drawing,
    reason: 'a part is drawn by several screens and knows none of them',
  },
  { name: 'ui/setup', imports: screen, reason: ownScreen },
  { name: 'ui/run', imports: screen, reason: ownScreen },
  { name: 'ui/results', imports: screen, reason: ownScreen },
  { name: 'ui/details', imports: screen, reason: ownScreen },
  { name: 'ui/timeline', imports: screen, reason: ownScreen },
  { name: 'ui/history', imports: screen, reason: ownScreen },
  { name: 'ui/replay', imports: screen, reason: ownScreen },
  { name: 'ui/pages', imports: screen, reason: ownScreen },
  {
    name: 'ui',
    imports: ['core/**', 'ui/**'],
    reason: 'the session reaches ui as a prop: ui imports core alone',
  },

  {
    name: 'front',
    imports: ['core/**', 'host', 'options', 'session/**', 'output', 'ui'],
    reason: 'front shows a session: what runs behind it belongs to session',
  },
];

/** The room with the longest name that the path of a file, below `source/`, begins with; undefined if there is none. */
export const roomOf = (file: string): Room | undefined =>
  rooms
    .filter(({ name }) => file.startsWith(`${name}/`))
    .toSorted((one, other) => other.name.length - one.name.length)[0];

/** Why a file may not import another, as a sentence; undefined if it may. */
export function problemOf(file: string, imported: string): string | undefined {
  const [from, to] = [roomOf(file), roomOf(imported)];
  if (!from || !to) {
    return `${from ? imported : file} is in no room of the house: see docs/architecture.md.`;
  }

  return from === to || from.imports.some((name) => allows(name, to))
    ? undefined
    : `${from.name} must not import ${to.name}: ${from.reason}. See docs/architecture.md.`;
}

const allows = (name: string, room: Room): boolean =>
  name.endsWith('/**') ? `${room.name}/`.startsWith(name.slice(0, -2)) : room.name === name;
