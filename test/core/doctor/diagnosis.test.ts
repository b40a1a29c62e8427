import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Check } from '../../../source/core/doctor/check.ts';
import { diagnosisOf } from '../../../source/core/doctor/diagnosis.ts';
import { trustBefore } from '../../../source/core/report/trust/trust.ts';
import { factsWith } from './doctor-facts.ts';

type Given = Parameters<typeof factsWith>[0];

/** "level text" of the checks with this name, with their remedies. */
const saidOf = (name: string, given: Given = {}): readonly string[] =>
  diagnosisOf(factsWith(given))
    .checks.filter((check) => check.name === name)
    .map(({ level, text, remedy }) => [level, text, ...(remedy ? [`→ ${remedy}`] : [])].join(' '));

const sentenceOf = (given: Given): string => diagnosisOf(factsWith(given)).sentence;

const hogs = { otherLoad: { others: 0.98, stolen: 0 } };

suite('the answer', () => {
  test('a quiet machine is ready', () => {
    const { ready, sentence, checks } = diagnosisOf(factsWith());
    assert.equal(sentence, 'Ready: nothing that is known here would distort a run.');
    assert.ok(ready);
    assert.deepEqual(
      checks.filter(({ level }) => level === 'warn' || level === 'note'),
      [],
    );
  });

  test('what is worth a look leaves it ready', () => {
    const given: Given = {
      machine: { governor: { names: ['schedutil'], driver: 'acpi-cpufreq' } },
      state: { otherLoad: { others: 0.07, stolen: 0 } },
    };
    assert.ok(diagnosisOf(factsWith(given)).ready);
    assert.equal(
      sentenceOf(given),
      'Ready: nothing that is known here would distort a run much; worth a look: governor schedutil and other programs 7 %.',
    );
    assert.equal(
      sentenceOf({ cache: { possible: true } }),
      'Ready: nothing that is known here would distort a run; worth a look: keeping compiled code.',
    );
  });

  test('what would distort a run is counted and named', () => {
    const usable = { count: 2, online: 16, affinity: 16, quota: 2 };
    const samples = [{ during: 500, throttled: 200 }];
    const given: Given = { machine: { usable }, state: hogs, samples };
    assert.equal(
      sentenceOf(given),
      '2 things would distort a run: throttled 20.0 % and other programs 98 %.',
    );
    assert.ok(!diagnosisOf(factsWith(given)).ready);
  });

  test('what would keep a part of it from running spoils it', () => {
    const target = { at: 'http://10.0.0.7:8265', from: '--ray' };
    const failure = { code: 'x', message: 'No answer at http://10.0.0.7:8265.', hint: 'Look.' };
    const given: Given = {
      ray: { target },
      state: { cluster: { target, status: 'missed', failure } },
    };
    assert.equal(sentenceOf(given), '1 thing would spoil a run: Ray.');
  });

  test('every warning says what to do', () => {
    const { checks } = diagnosisOf(
      factsWith({
        machine: {
          usable: { count: 1, online: 16, affinity: 16, quota: 0.5 },
          memory: { total: 32e9, free: 16e9, limit: 1e6 },
          governor: { names: ['powersave'], driver: 'acpi-cpufreq' },
        },
        state: { otherLoad: { others: 0.5, stolen: 0.2 } },
        samples: [{ during: 500, throttled: 100, temperature: 99 }],
        runs: { problem: { why: 'there is no home folder', remedy: 'Set HOME.' } },
        cache: { possible: false },
      }),
    );
    const doubts = checks.filter(({ level }) => level === 'warn' || level === 'note');
    assert.deepEqual(
      doubts.map(({ name, level }) => `${level} ${name}`),
      [
        'note usable-cpus',
        'warn throttling',
        'warn governor',
        'warn temperature',
        'warn other-load',
        'warn steal',
        'warn memory',
        'note history',
        'note compile-cache',
      ],
    );
    assert.deepEqual(
      doubts.filter(({ remedy }: Check) => !/^([A-Z]|fibtui).*\.$/.test(remedy ?? '')),
      [],
    );
  });
});

suite('the machine', () => {
  test('is judged by the lines of the setup screen', () => {
    const facts = factsWith({ state: hogs });
    const texts = new Set(diagnosisOf(facts).checks.map(({ text }) => text));
    for (const { text } of trustBefore(facts.state)) {
      assert.ok(texts.has(text), text);
    }
  });

  test('says how many CPUs a run may use, and why', () => {
    assert.deepEqual(saidOf('usable-cpus'), ['ok 16 of 16 CPUs usable (8 cores, 2 threads each)']);
    assert.deepEqual(saidOf('cpu'), ['ok AMD EPYC 9554']);
    const usable = { count: 4, online: 16, affinity: 16, quota: 4 };
    assert.deepEqual(saidOf('usable-cpus', { machine: { usable } }), [
      'ok 4 of 16 CPUs usable (online 16, allowed 16, quota 4)',
    ]);
    assert.deepEqual(saidOf('cpu', { machine: { usable } }), [
      'ok AMD EPYC 9554, 8 cores x 2 threads = 16',
    ]);
  });

  test('with 128 CPUs, and with one', () => {
    const many = { count: 128, online: 128, affinity: 128 };
    assert.deepEqual(
      saidOf('usable-cpus', { machine: { usable: many, cores: 128, threads: 128 } }),
      ['ok 128 of 128 CPUs usable (128 cores)'],
    );
    const one = { count: 1, online: 2, affinity: 1 };
    assert.deepEqual(saidOf('usable-cpus', { machine: { usable: one } }), [
      'note 1 of 2 CPUs usable (online 2, allowed 1): nothing runs side by side here → fibtui is pinned to it: start it without taskset, or with a larger cpuset.',
    ]);
    const overlapping = { count: 1, online: 2, affinity: 2, quota: 1.5 };
    assert.deepEqual(saidOf('usable-cpus', { machine: { usable: overlapping } }), [
      'ok 1 of 2 CPUs usable (online 2, allowed 2, quota 1.5)',
    ]);
  });

  test('a quota that held something back just now is a warning; else it shows once tasks run', () => {
    const usable = { count: 4, online: 16, affinity: 16, quota: 4 };
    assert.deepEqual(saidOf('throttling', { machine: { usable } }), [
      'unknown throttling: there is a quota of 4 CPUs; it shows once tasks run',
    ]);
    const samples = [
      { during: 500, throttled: 0 },
      { during: 500, throttled: 400 },
    ];
    assert.deepEqual(saidOf('throttling', { machine: { usable }, samples }), [
      'warn throttled 10.0 %: a quota of 4 CPUs already holds programs back → Raise the quota, or end what else uses it up.',
    ]);
    assert.deepEqual(saidOf('throttling'), ['ok no throttling']);
  });

  test('the clock is that of the fastest CPU, and unknown where it never moves', () => {
    assert.deepEqual(saidOf('clock'), ['ok clock 3.70 GHz']);
    const clock = { mean: 2300, highest: 2300 };
    const samples = [
      { during: 500, clock },
      { during: 500, clock },
    ];
    const machine = factsWith().machine;
    const { governor: _governor, ...without } = machine;
    const facts = { ...factsWith({ samples }), machine: without };
    const { checks } = diagnosisOf({ ...facts, state: { ...facts.state, machine: without } });
    assert.deepEqual(
      checks.filter(({ name }) => name === 'clock').map(({ text }) => text),
      ['clock: reported as a constant 2.30 GHz, so unknown'],
    );
  });

  test('the temperature is the highest that was seen', () => {
    const samples = [
      { during: 500, temperature: 90 },
      { during: 500, temperature: 71 },
    ];
    assert.deepEqual(saidOf('temperature', { samples }), [
      'note temperature 90 °C: close to where a processor slows itself down → Let the processor cool down first, and check its fans.',
    ]);
  });

  test('memory says what limits it, and whether the default run fits', () => {
    assert.deepEqual(saidOf('memory'), ['ok 16.0 GB of memory free of 32.0 GB']);
    const memory = { total: 32e9, free: 16e9, limit: 1e9 };
    const usable = { count: 4, online: 16, affinity: 4 };
    assert.deepEqual(saidOf('memory', { machine: { memory, usable } }), [
      'note 1.00 GB of memory free of 32.0 GB (limited by its control group): the default run needs 618 MB at once: 62 % of what is free → Add --workload pair, which needs hardly any, or a smaller --size.',
    ]);
    const little = { total: 32e9, free: 16e9, limit: 0.5e9 };
    assert.match(
      saidOf('memory', { machine: { memory: little, usable } })[0] ?? '',
      /^warn 500 MB/,
    );
  });

  test('what this machine does not report is unknown', () => {
    const { machine, samples: _samples, ...facts } = factsWith();
    const { governor: _governor, cores: _cores, ...rest } = machine;
    const bare = { ...rest, cpu: 'unknown CPU' };
    const { otherLoad: _load, ...state } = facts.state;
    const { checks, ready } = diagnosisOf({
      ...facts,
      machine: bare,
      state: { ...state, machine: bare },
      samples: [{ during: 3500 }],
      accounts: { onCpu: false, waiting: false },
    });
    assert.deepEqual(
      checks.filter(({ level }) => level === 'unknown').map(({ text }) => text),
      [
        'model of the CPU: not reported on this machine',
        'governor: not reported on this machine',
        'clock: not reported on this machine',
        'temperature: not reported on this machine',
        'other programs: not reported on this machine',
        'steal: not reported on this machine',
        'CPU time of each task: not reported on this machine',
        'time that each task waits for a CPU: not reported on this machine',
        'not asked: add --ray URL, or --ray start',
      ],
    );
    assert.ok(ready);
  });
});

suite('the folders', () => {
  test('of saved runs are counted, with those that cannot be read', () => {
    const folder = '/runs';
    assert.deepEqual(saidOf('history', { runs: { folder, saved: 1, unread: 2 } }), [
      'ok 1 saved run, and 2 files that cannot be read in /runs',
    ]);
    assert.deepEqual(saidOf('history', { runs: { folder, saved: 0 } }), [
      'ok no saved run yet in /runs',
    ]);
  });

  test('that cannot be read are no warning', () => {
    assert.deepEqual(saidOf('history', { runs: { folder: '/runs' } }), [
      'note the saved runs in /runs cannot be read → Make that folder readable.',
    ]);
  });

  test('that cannot be written are no warning', () => {
    const runs = {
      folder: '/runs',
      saved: 3,
      problem: { why: 'it may not be written', remedy: 'Mend it.' },
    };
    assert.deepEqual(saidOf('history', { runs }), [
      'note runs cannot be saved in /runs: it may not be written → Mend it.',
    ]);
  });
});
