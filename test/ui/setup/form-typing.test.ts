import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { NumberField } from '../../../source/core/plan/settings.ts';
import { afterPaste, pendingSettings } from '../../../source/ui/setup/form.ts';
import type { Form } from '../../../source/ui/setup/form-state.ts';
import { frozen } from '../../helpers/profiles/freeze.ts';
import { on, pressed, set, start } from '../../helpers/screens/forms.ts';

const typed = (text: string, form: Form = start): Form => pressed(form, ...Array.from(text));

const pasted = (text: string, form: Form = start): Form => afterPaste(frozen(form), text);

const like =
  'A number is typed like 50000, 50,000, 50k, 1.5k or 5e4: enter takes it, esc leaves it.';

suite('a number is taken as it is typed:', () => {
  const cases = {
    '50,000': 50_000,
    '50_000': 50_000,
    '100k': 100_000,
    '1.5k': 1500,
    '5e4': 50_000,
    '2e5': 200_000,
    '042': 42,
  };
  for (const [text, size] of Object.entries(cases)) {
    test(text, () => {
      assert.deepEqual(typed(text), { ...start, typed: text });
      assert.equal(pendingSettings(typed(text)).size, size);
      assert.deepEqual(pressed(typed(text), 'enter'), set({ size }));
      assert.deepEqual(pressed(typed(text), 'down'), { ...set({ size }), field: 'tasks' });
    });
  }

  test('2M on a field that goes that far', () => {
    const pair = set({ workload: 'pair' });
    assert.equal(pressed(typed('2M', pair), 'enter').settings.size, 2_000_000);
    assert.equal(pressed(typed('1,000,000', on('tasks')), 'enter').settings.tasks, 1_000_000);
  });
});

suite('what is no number stays open, with what to write:', () => {
  const cases = {
    '50.000': '50.000 is not a whole number: write 50,000.',
    '5e': '5e is not a whole number: write it like 50000, 50,000, 50k, 1.5k or 5e4.',
    '1,0': '1,0 is not a whole number: write it like 50000, 50,000, 50k, 1.5k or 5e4.',
    '1.2345k': '1.2345k is not a whole number: write it like 50000, 50,000, 50k, 1.5k or 5e4.',
    '2M': 'list takes 0 to 300,000 terms, pair up to 10,000,000.',
    '9e99': 'list takes 0 to 300,000 terms, pair up to 10,000,000.',
  };
  for (const [text, notice] of Object.entries(cases)) {
    test(text, () => {
      for (const key of ['enter', 'up', 'down', 'tab', 'shift+tab', 'left', 'right', '[', ']']) {
        assert.deepEqual(pressed(typed(text), key), { ...start, typed: text, notice }, key);
      }

      assert.deepEqual(pendingSettings(typed(text)), start.settings);
    });
  }
});

test('a key that means nothing while a number is typed changes nothing and says what would', () => {
  for (const key of ['r', 'n', 't', 'K', 'm', 'q', 'h', '-', ' ', '٣', 'pageup', 'shift+up']) {
    assert.deepEqual(pressed(start, '4', '2', key), { ...start, typed: '42', notice: like }, key);
  }
});

test('the next key that means something clears the reason', () => {
  assert.deepEqual(pressed(start, '4', 'x', '2'), { ...start, typed: '42' });
});

test('what only goes on with a number does not begin one', () => {
  for (const key of [',', '_', '.', 'k', 'M', 'e', 'n', 't', 'l', 'a']) {
    assert.deepEqual(pressed(start, key), start, key);
  }
});

test('eleven characters are the most, with the reason', () => {
  assert.deepEqual(typed('123456789012'), {
    ...start,
    typed: '12345678901',
    notice: 'A number has 11 characters at most.',
  });
});

const numbers: readonly NumberField[] = ['size', 'tasks', 'workers', 'rounds'];

suite('a paste', () => {
  test('goes whole into a field that takes a number, and is taken by enter', () => {
    for (const field of numbers) {
      const form = pasted('50,000', on(field));
      assert.deepEqual(form, on(field, { typed: '50,000' }));
    }

    assert.deepEqual(pressed(pasted('5e4'), 'enter'), set({ size: 50_000 }));
  });

  test('goes on with what is typed', () => {
    assert.deepEqual(pasted('000', typed('50')), { ...start, typed: '50000' });
    assert.deepEqual(pasted(',000', typed('50')), { ...start, typed: '50,000' });
    assert.deepEqual(pasted('k', typed('50')), { ...start, typed: '50k' });
  });

  test('replaces the address, or goes on with the one being typed', () => {
    const address = on('address');
    assert.equal(pasted('http://queue.example:8265', address).typed, 'http://queue.example:8265');
    assert.equal(pasted('.example', typed('ray', { ...address, typed: '' })).typed, 'ray.example');
    assert.equal(pasted('http://bücher.example', address).typed, 'http://bücher.example');
  });

  test('loses the blanks around it and its line break, which takes nothing', () => {
    for (const text of ['50\n', '50\r', '50\r\n', '  50', '50 \t\n\n']) {
      assert.deepEqual(pasted(text), { ...start, typed: '50' }, JSON.stringify(text));
    }
  });

  const long = 'A number has 11 characters at most.';
  const none = 'The paste is no number: nothing was changed.';
  const unseen = 'The paste has characters that cannot be seen: nothing was changed.';
  const cases: readonly (readonly [text: string, notice: string])[] = [
    ['http://queue.example:8265', none],
    ['q', none],
    ['k', none],
    [',000', none],
    ['-5', none],
    ['50 000', none],
    ['50\t000', unseen],
    ['123456789012', long],
    ['5\n6', 'The paste has 2 lines, a field takes one: nothing was changed.'],
    ['5\r\n6\r7\n', 'The paste has 3 lines, a field takes one: nothing was changed.'],
    ['5\u0003', unseen],
    ['5\u001B[A', unseen],
    ['5\u202E', unseen],
    ['', 'The paste is empty: nothing was changed.'],
    ['\n', 'The paste is empty: nothing was changed.'],
  ];
  for (const [text, notice] of cases) {
    test(`of ${JSON.stringify(text)} goes nowhere and says so`, () => {
      assert.deepEqual(pasted(text), { ...start, notice });
    });
  }

  test('is not put on top of what is typed either', () => {
    assert.deepEqual(pasted('q', typed('42')), { ...start, typed: '42', notice: none });
    assert.deepEqual(pasted('3'.repeat(10), typed('42')), { ...start, typed: '42', notice: long });
  });

  test('does not go into an address that gets too long or cannot be seen', () => {
    const address = on('address');
    assert.deepEqual(pasted('a'.repeat(201), address), {
      ...address,
      notice: 'An address has 200 characters at most.',
    });
    assert.deepEqual(pasted('a\u00ADb', address), { ...address, notice: unseen });
    assert.deepEqual(pasted('a\u00A0b', address), {
      ...address,
      notice: 'The paste is no address: nothing was changed.',
    });
  });

  test('means nothing to a field without text, and says so', () => {
    for (const field of ['workload', 'engines'] as const) {
      for (const text of ['5', 'q', ' ', '']) {
        const notice = 'This field takes no text: nothing was pasted.';
        assert.deepEqual(pasted(text, on(field)), on(field, { notice }));
      }
    }
  });
});
