import type { KeyPress } from './input/keys.ts';
import { situationOf, type KeyTargets } from './key-targets.ts';
import { opensHelp, toggleHelp } from './pages/pages-controls.ts';
import { screens } from './screens.ts';
import { screenOf } from './situation.ts';

/** Gives a key to the screen that is shown. */
export function handleKey(targets: KeyTargets, key: KeyPress): void {
  targets.pasteRefused.set(false);
  switch (key) {
    case 'ctrl+c':
      targets.interrupt();
      return;
    case 'ctrl+z':
      targets.suspend();
      return;
    default:
      onPlainKey(targets, key);
  }
}

/** Gives a paste to the screen that is shown. One that takes no text says so. */
export function handlePaste(targets: KeyTargets, text: string): void {
  const { onPaste } = screens[screenOf(situationOf(targets))];
  targets.pasteRefused.set(!onPaste?.(targets, text));
}

/** The key of the help works on every screen, and on the help itself, but not where it is typed. */
function onPlainKey(targets: KeyTargets, key: KeyPress): void {
  const situation = situationOf(targets);
  const { onKey, isTyping } = screens[screenOf(situation)];
  if (!isTyping?.(targets) && opensHelp(key, situation.pager)) {
    toggleHelp(targets, screenOf(situation));
  } else {
    onKey(targets, key);
  }
}
