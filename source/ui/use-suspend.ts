import { useApp } from 'ink';
import type { Canvas } from './canvas/canvas.ts';

export type SuspendRequest = {
  /** Called when the terminal is restored. Resolves when the program may draw again. */
  readonly onSuspend: () => Promise<void> | void;
  readonly canvas: Canvas | undefined;
  readonly redraw: () => void;
};

/** Gives the terminal to the shell, and draws whole when it is back. */
export function useSuspend({ onSuspend, canvas, redraw }: SuspendRequest): () => void {
  const { suspendTerminal } = useApp();
  const suspend = async () => {
    await suspendTerminal(onSuspend);
    canvas?.forget();
    redraw();
  };
  return () => void suspend();
}
