import { registerHooks } from 'node:module';

const own = new URL('../source/ui/canvas/restore-cursor.ts', import.meta.url).href;

/** Screens that are loaded after this leave the terminal's cursor alone, as the bundled ones do. */
export const leaveCursorAlone = (): void =>
  void registerHooks({
    resolve: (name, context, next) => next(name === 'restore-cursor' ? own : name, context),
  });
