import { hasDriverLog } from '../core/profile/logged-failures.ts';
import type { KeyPress } from './input/keys.ts';
import { situationOf, type KeyTargets } from './key-targets.ts';
import { pageBehind, togglePage } from './pages/pages-controls.ts';
import { screens } from './screens.ts';
import { reachesDriverLog, screenOf } from './situation.ts';

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

/** The keys that open a page work on every screen, and on the page itself, but not where they are typed. */
function onPlainKey(targets: KeyTargets, key: KeyPress): void {
  const situation = situationOf(targets);
  const logged = reachesDriverLog(situation) && hasDriverLog(targets.state.profile);
  const { onKey, isTyping } = screens[screenOf(situation)];
  const page = isTyping?.(targets) ? undefined : pageBehind(key, logged);
  if (page) {
    togglePage(targets, page);
  } else {
    onKey(targets, key);
  }
}
