import { backgroundIn } from '../colours/background.ts';
import { longestWait, type TerminalPalette } from '../colours/palettes.ts';
import { interruptKey, suspendKey } from '../keyboard/control-keys.ts';
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
 * Asks the terminal for its background, if there is one. Until it answers, input is neither echoed nor passed on: an
 * answer that comes late would be typed into the shell.
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
  keyboard.on('data', (keys) => onKeys(String(keys), leave, around));
  keyboard.setRawMode(true);
  if (!look.ask()) {
    leave();
    return nothingAsked;
  }

  setTimeout(() => settle(false), longestWait);
  return { came, leave };
}

function onKeys(keys: string, leave: () => void, { program, ending }: Surroundings): void {
  if (keys.includes(interruptKey)) {
    ending.interrupt('SIGINT');
  } else if (keys.includes(suspendKey) && program.platform !== 'win32') {
    leave();
    program.kill(0, 'SIGTSTP');
  }
}
