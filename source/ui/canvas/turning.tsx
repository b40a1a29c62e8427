import { Transform } from 'ink';
import Spinner from 'ink-spinner';
import type { Canvas } from './canvas.ts';
import type { Theme } from './theme.ts';

type TurningProps = {
  readonly canvas: Pick<Canvas, 'turn'>;
  readonly type: Theme['spinner'];
};

/** Turns the spinners on a canvas, all at once: their frames go there, and Ink has nothing to write. */
export const Turning = ({ canvas, type }: TurningProps) => (
  <Transform
    transform={(frame) => {
      canvas.turn(frame);
      return '';
    }}
  >
    <Spinner type={type} />
  </Transform>
);
