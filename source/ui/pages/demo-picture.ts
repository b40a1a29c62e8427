import type { Demo } from '../../core/session/demo.ts';
import { keysWidth, type Picture, type Room } from '../canvas/frame.ts';
import { line, piece } from '../canvas/line.ts';

/** Replaces the key hints of a picture by the caption of the demo. */
export function demoPicture(picture: Picture, demo: Demo, room: Room): Picture {
  const name = demo.recorded ? 'fibtui demo, recorded' : 'fibtui demo';
  const caption = demo.caption();
  if (!caption) {
    return { ...picture, titles: [name] };
  }

  const said = caption.find(({ length }) => length <= keysWidth(room)) ?? caption[1];
  return {
    ...picture,
    titles: demo.attended ? [`${name}: any key takes over`, name] : [name],
    keys: line(piece(said, 'answer')),
  };
}
