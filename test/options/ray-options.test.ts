import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { test } from 'node:test';
import { defaultSettings, type Settings } from '../../source/core/plan/settings.ts';
import type { Environment } from '../../source/options/environment.ts';
import { optionsOf, refusalOf } from '../helpers/terminal/invocations.ts';

const withRay = { engines: ['local', 'pool', 'ray'] } as const;
const at = (base: string) => ({ ...withRay, ray: { at: base, from: '--ray' } });

const taken: readonly (readonly [readonly string[], Partial<Settings>])[] = [
  [['--ray', 'http://head:8265'], at('http://head:8265')],
  [['--ray', 'http://head:8265/'], at('http://head:8265')],
  [['--ray', 'https://host/ray/'], at('https://host/ray')],
  [['--ray', 'head'], at('http://head:8265')],
  [['--ray', 'head:9000'], at('http://head:9000')],
  [['--ray', 'local'], at('start')],
  [['--ray', 'local', '--engines', 'ray,local'], { ...at('start'), engines: ['ray', 'local'] }],
  [['--engines', 'local,ray'], { engines: ['local', 'ray'] }],
  [['--engines', 'ray', '--ray-rounds', '5'], { engines: ['ray'], rayRounds: 5 }],
  [['--ray', 'start', '--ray-wait', '2min'], { ...at('start'), rayWait: 120_000 }],
  [['--engines', 'ray', '--ray-rounds', 'auto'], { engines: ['ray'], rayRounds: 'auto' }],
  [['--ray', 'local', '--tasks', 'cluster'], { ...at('start'), tasks: 'cluster' }],
  [['--ray', 'local', '--workload', 'pair'], { ...at('start'), workload: 'pair' }],
];

for (const [argv, settings] of taken) {
  test(`${argv.join(' ')} is taken`, () => {
    assert.deepEqual(optionsOf(argv).settings, { ...defaultSettings, ...settings });
  });
}

test('Ray takes no part unless it is named', () => {
  assert.deepEqual(optionsOf([]).settings.engines, ['local', 'pool']);
  const environment = { RAY_ADDRESS: 'http://head:8265' };
  assert.deepEqual(optionsOf([], environment).settings.engines, ['local', 'pool']);
});

const surroundings: Readonly<Record<string, readonly [Environment, Settings['ray']]>> = {
  'nothing is said': [{}, defaultSettings.ray],
  'RAY_ADDRESS is one': [
    { RAY_ADDRESS: 'https://a/ray' },
    { at: 'https://a/ray', from: 'RAY_ADDRESS' },
  ],
  'both variables are': [
    { RAY_ADDRESS: 'http://a:1', RAY_API_SERVER_ADDRESS: 'http://b:2' },
    { at: 'http://b:2', from: 'RAY_API_SERVER_ADDRESS' },
  ],
  'RAY_ADDRESS is no URL': [
    { RAY_ADDRESS: 'a:9000' },
    { at: 'http://a:9000', from: 'RAY_ADDRESS' },
  ],
  'RAY_ADDRESS is for other clients': [
    { RAY_ADDRESS: 'ray://a:10001' },
    {
      ...defaultSettings.ray,
      from: "Ray's own default, as RAY_ADDRESS is a Ray Client address (ray://), which takes no jobs over HTTP",
    },
  ],
  'RAY_ADDRESS holds a password': [
    { RAY_ADDRESS: 'http://me:secret@a' },
    {
      ...defaultSettings.ray,
      from: "Ray's own default, as RAY_ADDRESS holds a user name or a password, which fibtui would show on the screen",
    },
  ],
};

for (const [what, [environment, ray]] of Object.entries(surroundings)) {
  test(`the address that is filled in where ${what} is ${ray.at}, from ${ray.from}`, () => {
    assert.deepEqual(optionsOf([], environment).settings.ray, ray);
    assert.deepEqual(optionsOf(['--engines', 'ray'], environment).settings.ray, ray);
    const flag = optionsOf(['--ray', 'head'], environment).settings.ray;
    assert.deepEqual(flag, { at: 'http://head:8265', from: '--ray' });
  });
}

test('the Python and the certificates are for Ray alone, and stay in the settings as they were given', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'fibtui-test-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'ca.pem');
  const [certificate] = rootCertificates;
  writeFileSync(file, `${certificate}\n`);
  const argv = ['--ray', 'local', '--ray-python', '/opt/python', '--ray-ca', file];
  const { ray, settings } = optionsOf(argv);
  assert.deepEqual(ray, { python: '/opt/python', ca: `${certificate}\n` });
  const given = { rayPython: '/opt/python', rayCa: file };
  assert.deepEqual(settings, { ...defaultSettings, ...at('start'), ...given });
});

test('the Python is for the engine python as well, without Ray', () => {
  const { ray, settings } = optionsOf(['--engines', 'python', '--ray-python', '/opt/python']);
  assert.deepEqual(ray, { python: '/opt/python' });
  assert.equal(settings.rayPython, '/opt/python');
});

const alone = 'but Ray is not part of the run: add --ray URL or --ray start, or leave it out.';
const without = 'but --engines leaves Ray out: add ray to --engines, or leave it out.';
const example = "Give the dashboard's address, such as http://HOST:8265.";
const bigint =
  '--workload bigint is not available on Ray, which computes in Python: use list or pair, or leave Ray out.';

const refused: readonly (readonly [readonly string[], string])[] = [
  [['--ray-python', '/opt/python'], `--ray-python is given, ${alone}`],
  [['--ray-rounds', '5'], `--ray-rounds is given, ${alone}`],
  [['--ray-wait', '60s'], `--ray-wait is given, ${alone}`],
  [['--tasks', 'cluster'], `--tasks cluster is given, ${alone}`],
  [['--ray', 'local', '--engines', 'local'], `--ray is given, ${without}`],
  [['--ray-python', 'python3', '--engines', 'pool'], `--ray-python is given, ${without}`],
  [['--ray', 'local', '--workload', 'bigint'], bigint],
  [['--engines', 'ray', '--workload', 'bigint'], bigint],
  [
    ['--engines', 'local,python,ray', '--workload', 'bigint'],
    '--workload bigint is not available in Python: use list or pair, or leave python and Ray out.',
  ],
  [
    ['--ray', 'local', '--ray-rounds', '0'],
    '--ray-rounds 0 is out of range: there can be 1 to 1,000 rounds of Ray.',
  ],
  [
    ['--ray', 'local', '--ray-rounds', 'all'],
    '--ray-rounds "all" is not a whole number or auto: write a number like 3.',
  ],
  [['--ray', 'local', '--ray-python', ' '], '--ray-python is empty: give a path, or leave it out.'],
  [['--ray', 'local', '--ray-ca', ''], '--ray-ca is empty: give a path, or leave it out.'],
  [
    ['--ray', 'local', '--ray-ca', '/nowhere/ca.pem'],
    '--ray-ca "/nowhere/ca.pem" does not exist: pass a file with CA certificates in PEM format.',
  ],
  [
    ['--ray', 'local', '--ray-ca', '/dev/null'],
    '--ray-ca "/dev/null" contains no certificate: pass a file with CA certificates in PEM format.',
  ],
  [
    ['--ray', 'local', '--ray-ca', '/'],
    '--ray-ca "/" is a folder: pass a file with CA certificates in PEM format.',
  ],
  [['--ray', 'local', '--ray', 'local'], '--ray is given twice: leave one of them out.'],
  [['--ray'], '--ray needs a value: write --ray <where>. See fibtui --help.'],
];

for (const [argv, sentence] of refused) {
  test(`${JSON.stringify(argv)} is refused with one sentence`, () => {
    assert.equal(refusalOf(argv), sentence);
  });
}

const addresses: Readonly<Record<string, readonly [why: string, hint: string]>> = {
  '': ['is empty or holds blanks, which no address does', example],
  'http://a b': ['is empty or holds blanks, which no address does', example],
  'ray://head:10001': ['is a Ray Client address (ray://), which takes no jobs over HTTP', example],
  'ftp://head': ['is neither an http:// nor an https:// address', example],
  auto: ['is auto, which names no dashboard', example],
  '8265': ['is a port without a host', example],
  'http://head:99999': ['is not an address', example],
  'head:6379': [
    'has the port of Ray’s GCS (6379), which does not speak HTTP',
    "Use the dashboard's, usually http://head:8265.",
  ],
  'http://me:secret@head': [
    'holds a user name or a password, which fibtui would show on the screen',
    'Leave them out of the address; set RAY_AUTH_TOKEN, or an Authorization header in RAY_JOB_HEADERS.',
  ],
  'http://head/?token=secret': [
    'holds a query (?…), which would be lost with the first request',
    'Leave the query out; headers for a proxy go into RAY_JOB_HEADERS.',
  ],
};

for (const [address, [why, hint]] of Object.entries(addresses)) {
  test(`--ray ${JSON.stringify(address)} is refused on one line, and not said again`, () => {
    const refusal = refusalOf(['--ray', address]);
    assert.equal(refusal, `The Ray address (from --ray) ${why}. ${hint}`);
    assert.doesNotMatch(refusal, /secret|\n/);
  });
}
