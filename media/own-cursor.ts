import { registerHooks } from 'node:module';

const own = new URL('../source/ui/canvas/restore-cursor.ts', import.meta.url).href;

/** Lets screens that are loaded from now on leave the cursor of the terminal alone, as those of the bundle do. */
export const leaveCursorAlone = (): void =>
  void registerHooks({
    resolve: (name, context, next) => next(name === 'restore-cursor' ? own : name, context),
  });
