import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  rayChecks,
  type PythonFacts,
  type RayFacts,
} from '../../../source/core/doctor/ray-checks.ts';
import { machineWith } from '../../helpers/profiles/profiles.ts';
import {
  clusterWith,
  missed,
  ownTarget,
  reached,
  target,
} from '../../helpers/screens/ui-clusters.ts';

const said = (facts: Omit<RayFacts, 'machine'>): readonly string[] =>
  rayChecks({ machine: machineWith(), ...facts }).map(({ level, topic, text }) =>
    [level, topic, text].join(' '),
  );

const python: PythonFacts = { found: 'known', path: '/p', version: '3.12.1', ray: '2.60.0' };
const failure = { code: 'ray-nowhere', message: 'Ray is not installed here.', hint: 'Install it.' };
const none: PythonFacts = { found: 'none', failure };

const notAsked = 'unknown Ray not asked: add --ray URL, or --ray start';

suite('without --ray', () => {
  test('nothing is asked, and a Ray that is missing is no warning', () => {
    assert.deepEqual(said({ python }), ['ok Python Python 3.12.1 with Ray 2.60.0 (/p)', notAsked]);
    assert.deepEqual(said({ python: none }), [
      'unknown Python Ray is not installed here.',
      notAsked,
    ]);
  });

  test('the address that the environment suggests is named', () => {
    const suggested = { base: 'http://10.0.0.7:8265', from: 'RAY_ADDRESS' };
    assert.equal(
      said({ python, suggested })[1],
      'unknown Ray RAY_ADDRESS names http://10.0.0.7:8265: not asked; --ray http://10.0.0.7:8265 asks it',
    );
  });

  test('one that is no dashboard’s is named, with why it is not taken', () => {
    assert.equal(
      said({ python, refused: 'RAY_ADDRESS is auto, which names no dashboard' })[1],
      'unknown Ray not asked, as RAY_ADDRESS is auto, which names no dashboard: add --ray URL, or --ray start',
    );
  });
});

suite('--ray start', () => {
  test('says what would be started', () => {
    assert.deepEqual(said({ target: ownTarget, python }), [
      'ok Python Python 3.12.1 with Ray 2.60.0 (/p)',
      'ok Ray --ray start would start a head with 4 CPUs on this machine, and end it with the run',
    ]);
  });

  test('warns where there is no Python, one without Ray, and one that is silent', () => {
    const { ray: _ray, ...withoutRay } = python;
    const silent: PythonFacts = { found: 'silent', path: '/p' };
    for (const [facts, text] of [
      [none, 'Ray is not installed here.'],
      [withoutRay, 'Python 3.12.1 without Ray (/p)'],
      [silent, '/p did not report its version'],
    ] as const) {
      assert.deepEqual(said({ target: ownTarget, python: facts }), [`warn Python ${text}`]);
    }
  });
});

suite('--ray URL', () => {
  test('says what answered, and what is to be known of it', () => {
    const cluster = clusterWith({ remarks: ['the token goes over plain http'] });
    assert.deepEqual(said({ target, cluster: reached(cluster) }), [
      "ok Python the cluster's own; none is needed here",
      'ok Ray Ray 2.60.0 at http://10.0.0.7:8265, 2 nodes, 4 CPUs, fibtui will run Python there',
      'note Ray the token goes over plain http',
    ]);
  });

  test('warns if nothing did', () => {
    assert.ok(missed.status === 'missed');
    const [, ray] = rayChecks({ target, cluster: missed, machine: machineWith() });
    assert.equal(ray?.level, 'warn');
    assert.deepEqual([ray?.text, ray?.remedy], [missed.failure.message, missed.failure.hint]);
  });
});
