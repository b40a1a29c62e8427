import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  rangeProblem,
  type NumberField,
  type Settings,
} from '../../../source/core/plan/settings.ts';
import { workloads } from '../../../source/core/plan/workload.ts';
import { afterKey, pendingSettings } from '../../../source/ui/setup/form.ts';
import type { Form } from '../../../source/ui/setup/form-state.ts';
import { seeded } from '../../helpers/numbers/random.ts';
import { frozen } from '../../helpers/profiles/freeze.ts';
import { start } from '../../helpers/screens/forms.ts';

const numberFields: readonly NumberField[] = ['size', 'tasks', 'workers', 'rounds'];

function assertInRange(
  { workload, engines, tasks, ray, ...settings }: Settings,
  keys: readonly string[],
): void {
  for (const field of numberFields) {
    const value = { ...settings, tasks }[field];
    if (typeof value === 'number') {
      assert.equal(rangeProblem(field, value, workload), undefined, keys.join(' '));
      assert.ok(Number.isInteger(value), `${field} ${value} after ${keys.join(' ')}`);
    }
  }

  const rays = engines.includes('ray');
  assert.ok(engines.length > 0, keys.join(' '));
  assert.ok(
    !rays || workloads[workload].pythonBytes,
    `Ray has ${workload} after ${keys.join(' ')}`,
  );
  assert.match(ray.at, /^[!-~]([ -~]{0,198}[!-~])?$/, keys.join(' '));
}

const isTyped = ({ field, typed }: Form): boolean =>
  typed === undefined ||
  (field === 'address' ? /^[ -~é]{0,200}$/ : /^\d[\d.,_kMe]{0,10}$/).test(typed);

test('5,000 keys pressed at random never lead out of range', () => {
  const names =
    'up down left right tab shift+tab enter escape backspace shift+left shift+right shift+up [ ] n t w r l e a x q é ctrl+c , . _ k M 0 1 2 3 4 5 6 7 8 9'.split(
      ' ',
    );
  const random = seeded(7);
  const keys: string[] = [];
  let form = start;
  for (let press = 0; press < 5000; press++) {
    const key = [...names, ' '][Math.floor(random() * (names.length + 1))]!;
    keys.push(key);
    form = afterKey(frozen(form), key, 1 + Math.floor(random() * 256));
    assertInRange(form.settings, keys.slice(-20));
    assertInRange(pendingSettings(form), keys.slice(-20));
    assert.ok(isTyped(form), `${form.typed} after ${keys.slice(-20).join(' ')}`);
  }

  assert.notDeepEqual(form.settings, start.settings, 'nothing was changed at all');
});
