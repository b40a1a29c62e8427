import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings, type Settings } from '../../../source/core/plan/settings.ts';
import { afterKey, askedTarget, formOf } from '../../../source/ui/setup/form.ts';
import type { Form } from '../../../source/ui/setup/form-state.ts';
import { frozen } from '../../helpers/profiles/freeze.ts';
import { settingsWith } from '../../helpers/profiles/profiles.ts';

const target = { at: 'http://ray.example:8265', from: '--ray' };

/** The cursor on the address, Ray off. */
const start = frozen<Form>({ ...formOf(settingsWith({ ray: target })), field: 'address' });

const withRay: Settings['engines'] = [...defaultSettings.engines, 'ray'];
const switchedOn: Form = { ...start, settings: { ...start.settings, engines: withRay } };

const pressed = (form: Form, ...keys: readonly string[]): Form =>
  keys.reduce((before, key) => afterKey(frozen(before), key, 4), form);

/** Types into the field, once it is empty and open. */
const typed = (form: Form, text: string): Form =>
  pressed({ ...form, typed: form.typed ?? '' }, ...Array.from(text));

/** Ray on, at an address that was typed. */
const takenAt = (at: string): Form => {
  const ray = { at, from: 'the setup screen' };
  return {
    ...start,
    settings: { ...start.settings, engines: withRay, ray },
    targets: [...start.targets, ray],
  };
};

test('letters begin no address, as they are keys of the screen: the row says what opens it', () => {
  const notice = 'Backspace edits the address, a paste replaces it.';
  for (const key of ['a', 'x', ':', 'é']) {
    assert.deepEqual(pressed(start, key), { ...start, notice }, key);
  }

  assert.deepEqual(pressed(start, '1', '0'), { ...start, typed: '10' });
});

test('characters type an address', () => {
  assert.deepEqual(typed(start, 'http://[::1]:8265/q'), {
    ...start,
    typed: 'http://[::1]:8265/q',
  });
});

test('letters that do something elsewhere are typed into an open address', () => {
  assert.equal(typed(start, 'ntwrleaqpfx').typed, 'ntwrleaqpfx');
});

const typingKeys = 'An address is being typed: enter takes it, esc leaves it.';

test('a key that types nothing changes nothing, and what would is said', () => {
  for (const key of ['\u{7F}', 'pagedown', 'shift+left', 'shift+right']) {
    assert.deepEqual(pressed(start, key), start, key);
    assert.deepEqual(
      pressed(typed(start, 'h'), key),
      { ...start, typed: 'h', notice: typingKeys },
      key,
    );
  }
});

test('characters outside ASCII are typed as they are, and refused when they are taken', () => {
  const idn = typed(start, 'http://bücher.example');
  assert.deepEqual(idn, { ...start, typed: 'http://bücher.example' });
  const notice =
    'The Ray address has characters outside ASCII. Give its ASCII form: http://xn--bcher-kva.example.';
  assert.deepEqual(pressed(idn, 'enter'), { ...idn, notice });
  for (const key of ['up', 'down', 'tab', 'shift+tab']) {
    assert.deepEqual(pressed(idn, key), { ...idn, notice }, key);
  }

  assert.deepEqual(typed(start, 'h漢é').typed, 'h漢é');
  assert.equal(pressed(typed(start, 'h🦊'), 'backspace').typed, 'h');
});

test('what is no address stays open, with the reason, and nobody is asked', () => {
  for (const text of ['http:/h', '"http://h:8265"', 'ray://head', 'a b', 'http://h?x', 'auto']) {
    const refused = pressed(typed(start, text), 'enter');
    assert.equal(refused.typed, text);
    assert.match(refused.notice ?? '', /^The Ray address (?!\().*\. (Give|Leave) .*\.$/, text);
    assert.deepEqual(refused.settings, start.settings);
    assert.equal(askedTarget({ ...refused, settings: switchedOn.settings }), undefined);
  }
});

test('enter takes it and switches Ray on', () => {
  assert.deepEqual(pressed(typed(start, '10.0.0.1'), 'enter'), takenAt('10.0.0.1'));
});

test('blanks around it are not part of it', () => {
  assert.deepEqual(pressed(typed(start, '10.0.0.1  '), 'enter'), takenAt('10.0.0.1'));
});

test('escape gives it up', () => {
  assert.deepEqual(pressed(typed(start, '10.0.0.1'), 'escape'), start);
});

test('up, down and the tabs take it and move on', () => {
  const moves = { up: 'engines', 'shift+tab': 'engines', down: 'size', tab: 'size' } as const;
  for (const [key, field] of Object.entries(moves)) {
    assert.deepEqual(pressed(typed(start, '10.0.0.1'), key), { ...takenAt('10.0.0.1'), field });
  }
});

test('left and right do not leave what is typed', () => {
  const before = typed(start, '10.0.0.1');
  assert.deepEqual(pressed(before, 'left', 'right'), { ...before, notice: typingKeys });
});

test('backspace edits the present value, and takes back what is typed until nothing is left', () => {
  const edited = pressed(start, 'backspace');
  assert.equal(edited.typed, 'http://ray.example:826');
  assert.equal(pressed(typed(start, 'ab'), 'backspace', 'backspace', 'backspace').typed, '');
});

test('nothing typed is no address: the one before stays, and Ray as it was', () => {
  const emptied = pressed(typed(start, 'a'), 'backspace');
  assert.deepEqual(pressed(emptied, 'enter'), start);
  assert.deepEqual(pressed(emptied, ' ', 'enter'), start);
  assert.deepEqual(pressed(emptied, 'down'), { ...start, field: 'size' });
});

test('local is a head of our own, however it is written', () => {
  const ray = { at: 'start', from: 'the setup screen' };
  const settings = { ...start.settings, engines: withRay, ray };
  assert.deepEqual(pressed(typed(start, 'Local'), 'enter'), { ...start, settings });
});

test('200 characters are the most, with the reason', () => {
  const long = typed(start, 'a'.repeat(201));
  assert.equal(long.typed, 'a'.repeat(200));
  assert.equal(long.notice, 'An address has 200 characters at most.');
});

test('with bigint the address is taken, and Ray stays off with the way out', () => {
  const before = { ...start, settings: { ...start.settings, workload: 'bigint' } } as const;
  const after = pressed(typed(before, '10.0.0.1'), 'enter');
  assert.equal(after.settings.ray.at, '10.0.0.1');
  assert.deepEqual(after.settings.engines, defaultSettings.engines);
  assert.equal(after.notice, 'bigint does not exist on Ray: take list or pair first.');
});

test('space switches Ray on and off while nothing is typed', () => {
  assert.deepEqual(pressed(start, ' '), switchedOn);
  assert.deepEqual(pressed(start, ' ', ' '), start);
});

test('right leads through the known targets: the first one, Ray’s own default, a head of our own', () => {
  const places = ['right', 'right', 'right'].map(
    (_, index, keys) => pressed(start, ...keys.slice(0, index + 1)).settings.ray.at,
  );
  assert.deepEqual(places, ['http://127.0.0.1:8265', 'start', 'http://ray.example:8265']);
});

test('left leads back, and to what was typed', () => {
  const taken = pressed(typed(start, '10.0.0.1'), 'enter');
  assert.equal(pressed(start, 'left').settings.ray.at, 'start');
  assert.equal(pressed(taken, 'right').settings.ray.at, 'http://ray.example:8265');
  assert.equal(pressed(taken, 'right', 'left').settings.ray.at, '10.0.0.1');
});

test('another target keeps Ray off', () => {
  assert.deepEqual(pressed(start, 'right').settings.engines, defaultSettings.engines);
});

test('a target that is known twice stands there once', () => {
  assert.deepEqual(
    formOf(defaultSettings).targets.map(({ at }) => at),
    ['http://127.0.0.1:8265', 'start'],
  );
});

test('nobody is asked while Ray is off, or while an address is being typed', () => {
  assert.equal(askedTarget(start), undefined);
  assert.deepEqual(askedTarget(switchedOn), target);
  assert.equal(askedTarget(typed(switchedOn, '10')), undefined);
  assert.deepEqual(askedTarget(pressed(switchedOn, 'down', 'down', '4')), target);
  assert.deepEqual(askedTarget(pressed(typed(start, '10.0.0.1'), 'enter'))?.at, '10.0.0.1');
});
