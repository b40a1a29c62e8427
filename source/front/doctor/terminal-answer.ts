import { backgroundIn } from '../colours/background.ts';
import { longestWait, type TerminalPalette } from '../colours/palettes.ts';
import { keyboardOf } from '../keyboard/keyboard.ts';
import { hasTerminal, type Surroundings } from '../surroundings.ts';

export type TerminalAnswer = {
  /** Whether the terminal has said what its background is. Resolves after a second at the latest. */
  readonly came: Promise<boolean>;
  /** Gives the keyboard back. */
  readonly leave: () => void;
};

const nothingAsked: TerminalAnswer = { came: Promise.resolve(false), leave() {} };

/**
 * Asks the terminal for its background, if there is one. Until it answers, what it sends is not echoed, and goes to
 * nobody: an answer that comes late would be typed into the shell.
 */
export function askTerminal(look: TerminalPalette, around: Surroundings): TerminalAnswer {
  if (!hasTerminal(around)) {
    return nothingAsked;
  }

  const { program, ending } = around;
  let settle: (came: boolean) => void = () => {};
  const came = new Promise<boolean>((resolve) => (settle = resolve));
  const keyboard = keyboardOf(program.stdin, (answer) => {
    look.onAnswer(answer);
    if (backgroundIn(answer)) {
      leave();
      settle(true);
    }
  });
  const leave = () => void keyboard.setRawMode(false);
  program.stdin.on('error', ending.hangUp);
  keyboard.on('data', (keys) => String(keys).includes(interruptKey) && ending.interrupt('SIGINT'));
  keyboard.setRawMode(true);
  if (!look.ask()) {
    leave();
    return nothingAsked;
  }

  setTimeout(() => settle(false), longestWait);
  return { came, leave };
}

/** Ctrl+C, which the terminal passes on while it is not echoing. */
const interruptKey = '\u0003';
