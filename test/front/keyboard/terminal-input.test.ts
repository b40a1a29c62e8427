import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  afterInput,
  afterPause,
  longestPause,
  noInput,
  type InputState,
} from '../../../source/front/keyboard/terminal-input.ts';
import { seeded } from '../../helpers/numbers/random.ts';
import { terminalAnswers } from '../../helpers/terminal/terminal-answers.ts';

/** The keys and pastes in what arrives in these parts, and what is still open after them. */
function taken(...parts: readonly string[]): { readonly keys: string; readonly state: InputState } {
  let state = noInput;
  let keys = '';
  for (const part of parts) {
    const after = afterInput(state, part);
    ({ state } = after);
    keys += after.keys;
  }

  return { keys, state };
}

/** A text in one piece, in two at every place, and character by character. */
const cuts = (text: string): readonly (readonly string[])[] => [
  [text],
  Array.from(text),
  ...Array.from(text, (_, at) => [text.slice(0, at), text.slice(at)]),
];

const escapeKey = '\x1b[27u';

suite('dropped whole, cut at every byte, with the keys around it taken:', () => {
  for (const [name, answer] of Object.entries(terminalAnswers)) {
    test(name, () => {
      for (const parts of cuts(`5${answer}0`)) {
        assert.deepEqual(taken(...parts), { keys: '50', state: noInput }, JSON.stringify(parts));
      }

      assert.deepEqual(taken(answer + answer), { keys: '', state: noInput });
    });
  }
});

const keys: Readonly<Record<string, string>> = {
  letters: 'q?é漢🦊',
  enter: '\r',
  'ctrl+c': '\x03',
  backspace: '\x7f',
  up: '\x1b[A',
  'up, in application mode': '\x1bOA',
  'up, with alt in rxvt': '\x1b\x1b[A',
  'shift+tab': '\x1b[Z',
  'shift+left': '\x1b[1;2D',
  'shift+left in rxvt': '\x1b[d',
  delete: '\x1b[3~',
  'shift+delete in rxvt': '\x1b[3$',
  'page up': '\x1b[5~',
  'page up of PuTTY': '\x1b[[5~',
  'F1 of the Linux console': '\x1b[[A',
  F1: '\x1bOP',
  'a letter with alt': '\x1bq',
  'a character beyond the first plane with alt': '\x1b🦊',
  'Escape of the keyboard protocol': escapeKey,
  'a letter of the keyboard protocol': '\x1b[97;5u',
};

suite('passed on whole, cut at every byte:', () => {
  for (const [name, key] of Object.entries(keys)) {
    test(name, () => {
      for (const parts of cuts(`5${key}0`)) {
        assert.deepEqual(taken(...parts), { keys: `5${key}0`, state: noInput });
      }
    });
  }

  test('a paste, with anything in it', () => {
    const inside = [
      '50,000',
      '',
      'q\r\n\x03',
      '\x1b]11;?\x07',
      '\x1b[A\x1b[200~\x1b',
      '漢🦊\u{9D}',
    ];
    for (const text of inside) {
      const paste = `\x1b[200~${text}\x1b[201~`;
      for (const parts of cuts(`5${paste}0`)) {
        assert.deepEqual(taken(...parts), { keys: `5${paste}0`, state: noInput });
      }
    }
  });

  test('no part of a key or a paste comes through before the rest of it', () => {
    for (const whole of ['\x1b[1;2D', '\x1bOA', '\x1b[200~50\x1b[201~', '\x1b[[A']) {
      for (let length = 1; length < whole.length; length++) {
        assert.equal(taken(whole.slice(0, length)).keys, '', JSON.stringify(whole));
      }
    }
  });
});

suite('after a pause', () => {
  test('an Escape was a key, two were two', () => {
    assert.equal(afterPause(taken('\x1b').state).keys, escapeKey);
    assert.equal(afterPause(taken('\x1b\x1b').state).keys, escapeKey + escapeKey);
    assert.equal(taken('\x1b\x1b\x1b').keys, escapeKey);
    assert.equal(taken('\x1b\x1bq').keys, `${escapeKey}${escapeKey}q`);
    assert.equal(taken('\x1b\x1b]11;?\x07q').keys, `${escapeKey}q`);
  });

  test('whatever else was begun is dropped, and the next key is a key', () => {
    for (const answer of Object.values(terminalAnswers)) {
      for (let length = 2; length < answer.length; length++) {
        const begun = taken(answer.slice(0, length));
        const { keys, state } = afterPause(begun.state);
        assert.equal(begun.keys + keys, '', JSON.stringify(answer.slice(0, length)));
        assert.deepEqual(afterInput(state, 'q'), { keys: 'q', state: noInput, answers: [] });
      }
    }
  });

  test('a paste that has no end is an empty one', () => {
    const open = taken('\x1b[200~q\x1b[201').state;
    const empty = { keys: '\x1b[200~\x1b[201~', state: noInput, answers: [] };
    assert.deepEqual(afterPause(open), empty);
  });

  test('nothing is awaited where nothing is open', () => {
    assert.equal(longestPause(noInput), undefined);
    for (const begun of ['\x1b', '\x1b[', '\x1b]', '\x1b]\x1b', '\x1b[M', '\x1b[200~']) {
      assert.ok(longestPause(taken(begun).state)! > 0, JSON.stringify(begun));
    }
  });
});

test('ctrl+c and ctrl+z are heard in the middle of a sequence or a string', () => {
  for (const begun of ['\x1b]11;', '\x1bP>|\x1b', '\x1b[1;', '\x1bO', '\x1b[M']) {
    for (const key of ['\x03', '\x1a']) {
      assert.deepEqual(taken(`${begun}${key}q`), { keys: `${key}q`, state: noInput });
    }
  }

  assert.equal(taken('\x1b\x03').keys, `${escapeKey}\x03`);
});

test('an arrow that breaks off a string or a sequence is an arrow', () => {
  for (const begun of ['\x1b]11;rgb', '\x1bP>|', '\x1b[1;', '\x1bO1', '\x1b[M']) {
    assert.equal(taken(`${begun}\x1b[A`).keys, '\x1b[A', JSON.stringify(begun));
  }
});

test('an endless answer takes no memory, and an endless paste stays too long for any field', () => {
  const digits = '1'.repeat(100_000);
  assert.equal(JSON.stringify(taken(`\x1b]${digits}`).state).length < 200, true);
  assert.deepEqual(afterInput(noInput, `\x1b]${digits}\x07`).answers, []);
  assert.equal(JSON.stringify(taken(`\x1b[${digits}`).state).length < 200, true);
  const { state } = taken('\x1b[200~', digits, digits, digits);
  assert.ok(state.in === 'paste' && state.held.length <= 65_536);
  const { keys } = afterInput(state, '\x1b[201~q');
  assert.ok(keys.length > 60_000 && keys.endsWith('1\x1b[201~q'));
});

test('the answer to a question comes whole, wherever it is cut, and however it ends', () => {
  const answered = (parts: readonly string[]) => {
    let state = noInput;
    return parts.flatMap((part) => {
      const after = afterInput(state, part);
      ({ state } = after);
      return after.answers;
    });
  };
  for (const end of ['\x1b\\', '\x07', '\u{9C}']) {
    for (const parts of cuts(`5\x1b]11;rgb:1e1e/1e1e/1e1e${end}q`)) {
      assert.deepEqual(answered(parts), ['11;rgb:1e1e/1e1e/1e1e'], JSON.stringify(parts));
    }
  }

  assert.deepEqual(answered(['\x1b]11;rgb:1e\x18', '\x1bP1$r0m\x1b\\']), []);
});

test('100,000 characters of keys, pastes and answers cut at random come through as they were', () => {
  const random = seeded(6);
  const below = (most: number) => Math.floor(random() * most);
  const pastes = ['\x1b[200~5,000\x1b[201~', '\x1b[200~q\x1b]\n\x1b[201~'];
  const passing = [...Object.values(keys), ...pastes];
  const dropped = Object.values(terminalAnswers);
  let sent = '';
  let wanted = '';
  while (sent.length < 100_000) {
    const passes = random() < 0.5;
    const next = passes ? passing[below(passing.length)]! : dropped[below(dropped.length)]!;
    sent += next;
    wanted += passes ? next : '';
  }

  const parts: string[] = [];
  for (let rest = sent; rest !== '';) {
    const length = 1 + below(12);
    parts.push(rest.slice(0, length));
    rest = rest.slice(length);
  }

  assert.equal(taken(...parts).keys, wanted);
});
