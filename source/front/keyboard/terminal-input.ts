import type { Milliseconds } from '../../core/units.ts';
import { interruptKey, suspendKey } from './control-keys.ts';

// What a terminal sends is keys, pastes, and its own answers and reports. Ink knows keys and pastes, but takes the text
// of an answer for keys, and a sequence that arrives in two parts for two. So it gets whole keys and whole pastes alone,
// and answers go to whoever has asked.
// The forms are those of ECMA-48 and of xterm's control sequences.

/** What has arrived but is not complete. */
export type InputState =
  | { readonly in: 'text' }
  /** One or two Escapes: keys, or the beginning of something. */
  | { readonly in: 'escape'; readonly held: string }
  /** CSI or SS3: a key, a report, or the beginning of a paste. */
  | { readonly in: 'sequence'; readonly held: string }
  /** OSC, DCS, APC, PM or SOS; `held` begins with the character that says which. */
  | { readonly in: 'string'; readonly held: string; readonly escaped: boolean }
  /** The three characters of an old mouse report. */
  | { readonly in: 'mouse'; readonly left: number }
  | { readonly in: 'paste'; readonly held: string };

export type Taken = Step & {
  /** The contents of whole operating system commands: answers of the terminal to what it was asked. */
  readonly answers: readonly string[];
};

type Step = {
  readonly state: InputState;
  /** Whole keys and pastes, in the form in which a terminal sends them. */
  readonly keys: string;
  readonly answer?: string;
};

export const noInput: InputState = { in: 'text' };

const escape = '\u001B';
const pasteStart = `${escape}[200~`;
const pasteEnd = `${escape}[201~`;

/** The Escape key, in a form that is not the beginning of anything. */
const escapeKey = `${escape}[27u`;

/** The second character of CSI and so on, for the single characters that stand for both. */
const single: Readonly<Record<string, string>> = {
  '\u0090': 'P',
  '\u0098': 'X',
  '\u009B': '[',
  '\u009D': ']',
  '\u009E': '^',
  '\u009F': '_',
};

/** Sequences that Ink may know as keys. All others are reports: of the cursor, the mouse, the focus, of what it can do. */
// eslint-disable-next-line no-control-regex
const isKey = /^\u001B{1,2}(\[\[?[\d;:]*[A-FHPQSZa-eu~^$]|O[\d;]*[A-Za-z])$/;

/** Above the length of any text that a field takes. What is longer is cut, and refused by the field. */
const longestPaste = 65_536;
const longestSequence = 64;

/** Takes what the terminal sent, cut anywhere. */
export function afterInput(before: InputState, text: string): Taken {
  let state = before;
  let keys = '';
  const answers: string[] = [];
  let rest = text;
  while (rest !== '') {
    const taken = state.in === 'paste' ? inPaste(state.held + rest) : inOthers(state, rest);
    ({ state, rest } = taken);
    keys += taken.keys;
    answers.push(...(taken.answer === undefined ? [] : [taken.answer]));
  }

  return { state, keys, answers };
}

/** How long the terminal may pause before what it has begun is complete as it is, or given up. */
export function longestPause({ in: within }: InputState): Milliseconds | undefined {
  switch (within) {
    case 'text':
      return undefined;
    case 'escape':
      return 50;
    case 'sequence':
    case 'string':
    case 'mouse':
      return 300;
    case 'paste':
      return 2000;
  }
}

/** Takes a longer pause: an Escape was a key; what else was begun is dropped. A paste without an end is an empty one. */
export function afterPause(state: InputState): Taken {
  const keys = state.in === 'escape' ? escapeKey.repeat(state.held.length) : '';
  return { state: noInput, keys: state.in === 'paste' ? pasteStart + pasteEnd : keys, answers: [] };
}

type TakenPart = Step & { readonly rest: string };

function inPaste(text: string): TakenPart {
  const end = text.indexOf(pasteEnd);
  if (end === -1) {
    const last = text.slice(-pasteEnd.length);
    const held =
      text.length > longestPaste ? text.slice(0, longestPaste - last.length) + last : text;
    return { state: { in: 'paste', held }, keys: '', rest: '' };
  }

  const rest = text.slice(end + pasteEnd.length);
  return { state: noInput, keys: pasteStart + text.slice(0, end) + pasteEnd, rest };
}

type Others = Exclude<InputState, { readonly in: 'paste' }>;

function inOthers(state: Others, text: string): TakenPart {
  const character = String.fromCodePoint(text.codePointAt(0)!);
  return { ...step(state, character), rest: text.slice(character.length) };
}

function step(state: Others, character: string): Step {
  switch (state.in) {
    case 'text':
      return inText(character);
    case 'escape':
      return afterEscape(state.held, character);
    case 'sequence':
      return inSequence(state.held, character);
    case 'string':
      return inString(state, character);
    case 'mouse':
      // A control character cannot be a coordinate: the report was cut off.
      return character < ' ' ? inText(character) : { state: mouseReport(state.left - 1), keys: '' };
  }
}

const mouseReport = (left: number): InputState => (left > 0 ? { in: 'mouse', left } : noInput);

function inText(character: string): Step {
  if (character === escape) {
    return { state: { in: 'escape', held: escape }, keys: '' };
  }

  const second = single[character];
  return second === undefined ? { state: noInput, keys: character } : afterEscape(escape, second);
}

function afterEscape(held: string, character: string): Step {
  const both = held + character;
  const isDouble = held.length > 1;
  switch (character) {
    case escape:
      return {
        state: { in: 'escape', held: escape.repeat(2) },
        keys: isDouble ? escapeKey : '',
      };
    case '[':
    case 'O':
      return { state: { in: 'sequence', held: both }, keys: '' };
    case ']':
    case 'P':
    case 'X':
    case '^':
    case '_':
      return {
        state: { in: 'string', held: character, escaped: false },
        keys: isDouble ? escapeKey : '',
      };
    default:
      return isDouble || interrupts(character)
        ? { state: noInput, keys: escapeKey.repeat(held.length) + character }
        : { state: noInput, keys: both };
  }
}

/** Ctrl+C and Ctrl+Z are heard in the middle of anything but a paste. */
const interrupts = (character: string): boolean =>
  character === interruptKey || character === suspendKey;

function inSequence(held: string, character: string): Step {
  if (character < ' ' || character > '~') {
    // Broken off by something else.
    return inText(character);
  }

  const whole = held + character;
  // The function keys of the Linux console, and rxvt's editing keys with shift.
  const goesOn = held.endsWith('[') && character === '[' && !held.endsWith('[[');
  const isShifted = character === '$' && /\[[235678]$/.test(held);
  if ((character < '@' || goesOn) && !isShifted) {
    return { state: { in: 'sequence', held: whole.slice(0, longestSequence) }, keys: '' };
  }

  return complete(whole);
}

function complete(sequence: string): Step {
  switch (sequence) {
    case pasteStart:
      return { state: { in: 'paste', held: '' }, keys: '' };
    case `${escape}[M`:
      return { state: mouseReport(3), keys: '' };
    default:
      return { state: noInput, keys: isKey.test(sequence) ? sequence : '' };
  }
}

type StringState = Extract<InputState, { readonly in: 'string' }>;

/** A string ends with BEL or ST. CAN and SUB break it off; so does an Escape that begins something else. */
function inString({ held, escaped }: StringState, character: string): Step {
  if (escaped ? character === '\\' : '\u0007\u009C'.includes(character)) {
    const answer =
      held.startsWith(']') && held.length < longestSequence ? held.slice(1) : undefined;
    return { state: noInput, keys: '', ...(answer === undefined ? {} : { answer }) };
  }

  if (character === '\u0018' && !escaped) {
    return { state: noInput, keys: '' };
  }

  if (interrupts(character)) {
    return { state: noInput, keys: character };
  }

  if (character === escape) {
    return { state: { in: 'string', held, escaped: true }, keys: '' };
  }

  const longer = (held + character).slice(0, longestSequence);
  return escaped
    ? afterEscape(escape, character)
    : { state: { in: 'string', held: longer, escaped: false }, keys: '' };
}
