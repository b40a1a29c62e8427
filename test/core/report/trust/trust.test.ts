import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Conditions } from '../../../../source/core/machine/conditions.ts';
import { reportOf } from '../../../../source/core/report/report-of.ts';
import type { Machine } from '../../../../source/core/machine/machine.ts';
import { trustBefore } from '../../../../source/core/report/trust/trust.ts';
import type { TrustLine, TrustName } from '../../../../source/core/report/trust/trust-lines.ts';
import { initialState, type HeldUp } from '../../../../source/core/profile/state.ts';
import {
  machineWith,
  profileStateWith,
  stateWith,
  type Walls,
} from '../../../helpers/profiles/profiles.ts';

const lineOf = (lines: readonly TrustLine[], wanted: TrustName): string | undefined => {
  const found = lines.find(({ name }) => name === wanted);
  return found && `${found.level} ${found.text}`;
};

const free = { count: 4, online: 4, affinity: 4 };

suite('before a run', () => {
  const before = (others: number, stolen?: number) =>
    trustBefore(stateWith({ otherLoad: { others, ...(stolen === undefined ? {} : { stolen }) } }));

  test('nothing is known before anything was looked at', () => {
    assert.deepEqual(trustBefore(initialState), [
      {
        name: 'other-load',
        level: 'unknown',
        text: 'other programs: not reported on this machine',
      },
      { name: 'steal', level: 'unknown', text: 'steal: not reported on this machine' },
      { name: 'governor', level: 'unknown', text: 'governor: not reported on this machine' },
    ]);
  });

  test('other load is well up to 5 %, noted from there, and warned of from 15 %', () => {
    assert.equal(lineOf(before(0.049), 'other-load'), 'ok other programs 5 %');
    const meaning = 'they use the CPUs; close them';
    assert.equal(lineOf(before(0.05), 'other-load'), `note other programs 5 %: ${meaning}`);
    assert.equal(lineOf(before(0.15), 'other-load'), `warn other programs 15 %: ${meaning}`);
  });

  test('steal is told in tenths, and as none where it reads as none', () => {
    assert.equal(lineOf(before(0, 0), 'steal'), 'ok no steal');
    assert.equal(lineOf(before(0, 0.004), 'steal'), 'ok steal 0.4 %');
    const meaning = 'the hypervisor gave CPU time to other machines';
    assert.equal(lineOf(before(0, 0.01), 'steal'), `note steal 1.0 %: ${meaning}`);
    assert.equal(lineOf(before(0, 0.05), 'steal'), `warn steal 5.0 %: ${meaning}`);
    assert.equal(lineOf(before(0), 'steal'), 'unknown steal: not reported on this machine');
  });

  test('without a quota nothing is throttled; with one it is not known yet', () => {
    const machine = machineWith({ usable: free });
    assert.equal(lineOf(trustBefore(stateWith({ machine })), 'throttling'), 'ok no throttling');
    assert.equal(
      lineOf(trustBefore(stateWith()), 'throttling'),
      'unknown throttling: there is a quota of 4 CPUs; it shows once tasks run',
    );
  });

  test('a quota that cannot be read may throttle', () => {
    const machine = machineWith({ usable: { ...free, quotaUnknown: true } });
    assert.equal(
      lineOf(trustBefore(stateWith({ machine })), 'throttling'),
      'unknown throttling: not reported on this machine',
    );
  });

  test('a governor is judged with its driver', () => {
    const governor = (driver: string, ...names: readonly string[]) =>
      lineOf(
        trustBefore(stateWith({ machine: machineWith({ governor: { names, driver } }) })),
        'governor',
      );
    assert.equal(governor('acpi-cpufreq', 'performance'), 'ok governor performance');
    const follows = 'the clock follows the load and may be low when a round begins';
    assert.equal(governor('intel_pstate', 'powersave'), `note governor powersave: ${follows}`);
    assert.match(governor('amd-pstate-epp', 'powersave') ?? '', /^note /);
    assert.match(
      governor('amd-pstate', 'powersave') ?? '',
      /^warn .*: it keeps the clock at its lowest$/,
    );
    assert.equal(governor('acpi-cpufreq', 'schedutil'), `note governor schedutil: ${follows}`);
    assert.equal(
      governor('acpi-cpufreq', 'performance', 'powersave'),
      'warn governor performance, powersave: it keeps the clock at its lowest',
    );
  });
});

/** The conditions of each case's passes, round by round; `during` is 1 s by default. */
type Seen = Readonly<Record<string, readonly Partial<Conditions>[]>>;

const sharp: Walls = { local: [1000, 1001, 1002, 1001, 1000], pool: [250, 251, 250, 251, 250] };

function after(
  seen: Seen,
  given: { walls?: Walls; machine?: Partial<Machine>; heldUp?: HeldUp } = {},
) {
  const { walls = sharp, machine = {}, ...rest } = given;
  const profile = profileStateWith({ walls, plan: { workers: 4 }, ...rest });
  const passes = profile.passes.map((ended) => {
    const told = seen[ended.pass.case]?.[ended.pass.round - 1];
    return told ? { ...ended, conditions: { during: 1000, ...told } } : ended;
  });
  const state = stateWith({
    machine: machineWith({ usable: free, ...machine }),
    profile: { ...profile, passes },
  });
  return reportOf(state, '1.2.3')!.trust;
}

const times = (count: number, seen: Partial<Conditions>) =>
  Array.from({ length: count }, () => seen);

suite('after a run', () => {
  test('there is a line for everything, in a fixed order', () => {
    assert.deepEqual(after({ local: [{ own: 1 }] }), [
      {
        name: 'other-load',
        level: 'unknown',
        text: 'other programs: not reported on this machine',
      },
      { name: 'steal', level: 'unknown', text: 'steal: not reported on this machine' },
      { name: 'throttling', level: 'ok', text: 'no throttling' },
      { name: 'governor', level: 'unknown', text: 'governor: not reported on this machine' },
      { name: 'clock', level: 'unknown', text: 'clock: not reported on this machine' },
      { name: 'temperature', level: 'unknown', text: 'temperature: not reported on this machine' },
      { name: 'spread', level: 'ok', text: 'rounds of pool vary by ±0.4 %' },
    ]);
  });

  test('nothing is said of passes around which nobody looked', () => {
    assert.deepEqual(after({}), []);
  });

  test('other load is that of a typical pass of the case that had most of it', () => {
    const lines = after({
      local: times(5, { others: 40, stolen: 0 }),
      // One disturbed pass does not move the median of five walls.
      pool: [...times(4, { others: 800, stolen: 0 }), { others: 4000, stolen: 4000 }],
    });
    assert.equal(
      lineOf(lines, 'other-load'),
      'warn other programs 20 %: they used the CPUs in a typical round of pool; close them and run again',
    );
    assert.equal(lineOf(lines, 'steal'), 'ok no steal');
  });

  test('passes too short for hundredths of a second tell nothing of others', () => {
    const lines = after({ local: times(5, { during: 199, others: 190, stolen: 0 }) });
    const why = 'the rounds are too short for the kernel to measure it';
    assert.equal(lineOf(lines, 'other-load'), `unknown other programs: ${why}`);
    assert.equal(lineOf(lines, 'steal'), `unknown steal: ${why}`);
  });

  test('throttling is noted as soon as there is any', () => {
    const usable = { ...free, quota: 4 };
    const throttled = (time: number | undefined) =>
      lineOf(
        after(
          { pool: times(5, time === undefined ? {} : { throttled: time }) },
          { machine: { usable } },
        ),
        'throttling',
      );
    assert.equal(throttled(0), 'ok no throttling');
    const meaning = 'a quota of 4 CPUs held the tasks back in a typical round of pool';
    assert.equal(throttled(4), `note throttled 0.1 %: ${meaning}`);
    assert.equal(throttled(400), `warn throttled 10.0 %: ${meaning}`);
    assert.match(throttled(undefined) ?? '', /^unknown throttling: there is a quota of 4 CPUs/);
  });

  test('a clock that fell from local to the pool explains something', () => {
    const clocks = (mean: number) =>
      lineOf(
        after({
          // In local one CPU computes and the others idle.
          local: times(5, { clock: { mean: 1500, highest: 4100 } }),
          pool: times(5, { clock: { mean, highest: 4100 } }),
        }),
        'clock',
      );
    assert.equal(clocks(3710), 'note clock fell 10 %: from 4.10 GHz in local to 3.71 GHz in pool');
    assert.equal(clocks(4060), 'ok clock 4.06 GHz');
  });

  test('a clock that never changes is none, but where the system sets it', () => {
    const constant = { local: times(5, { clock: { mean: 2600, highest: 2600 } }) };
    assert.equal(
      lineOf(after(constant), 'clock'),
      'unknown clock: reported as a constant 2.60 GHz, so unknown',
    );
    const governor = { names: ['performance'], driver: 'acpi-cpufreq' };
    assert.equal(lineOf(after(constant, { machine: { governor } }), 'clock'), 'ok clock 2.60 GHz');
  });

  test('the temperature is the highest of all passes', () => {
    const at = (highest: number) =>
      lineOf(after({ pool: [{ temperature: 50 }, { temperature: highest }] }), 'temperature');
    assert.equal(at(84), 'ok temperature 84 °C');
    assert.match(at(85) ?? '', /^note temperature 85 °C: /);
    assert.match(at(95) ?? '', /^warn temperature 95 °C: /);
  });

  test('the spread is that of the case whose rounds lie widest apart', () => {
    const spread = (walls: Walls) => lineOf(after({ local: [{ own: 1 }] }, { walls }), 'spread');
    const meaning = 'more rounds, or a quieter machine, would help';
    assert.equal(
      spread({ local: [10, 10, 10], pool: [100, 104, 110] }),
      `note rounds of pool vary by ±5.8 %: ${meaning}`,
    );
    assert.equal(
      spread({ local: [10, 10, 10], pool: [100, 100, 130] }),
      `warn rounds of pool vary by ±30 %: ${meaning}`,
    );
    assert.equal(
      spread({ local: [10], pool: [5] }),
      'unknown spread: it takes two rounds to measure',
    );
  });

  test('a terminal that does not read is noted from a second in all, as harmless', () => {
    const waited = (total: number) =>
      lineOf(after({ local: [{ own: 1 }] }, { heldUp: { total, longest: total } }), 'drawing');
    assert.equal(waited(999), undefined);
    assert.equal(
      waited(20_100),
      'note drawing waited 20.1 s for the terminal: no task waited for it',
    );
  });
});
