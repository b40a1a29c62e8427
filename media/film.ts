import type { Milliseconds } from '../source/core/units.ts';
import { sheetOf } from './paper.ts';
import { scenesOf, type Scene, type Zone } from './scenes.ts';
import { cellSize, round, shapesOf, x } from './shapes.ts';
import type { Shots } from './shots.ts';

export type FilmRequest = Shots & { readonly label: string };

/**
 * A film as a picture that moves without a script. Each scene is visible while it lasts. Moving parts are slots: all
 * their contents stand below each other in a column, which jumps behind the slot. Without animations, by the reader's
 * choice or the viewer's limits, the picture shows the end of the film.
 */
export function filmOf({ label, shots, length }: FilmRequest): string {
  const scenes = scenesOf(shots);
  const timeline = openTimeline(length);
  const shapes = scenes.flatMap((scene, index) => [
    `<g class="a" ${timeline.name(visibilityOf(scene, scenes[index + 1]))}${index < scenes.length - 1 ? ' visibility="hidden"' : ''}>`,
    ...shapesOf(
      scene.still.map((cells, row) => ({ cells, column: 0, top: row * cellSize.height })),
    ),
    ...scene.zones.flatMap((zone) => slotOf(zone, timeline)),
    '</g>',
  ]);
  return sheetOf({ label, screen: shots[0].screen, style: timeline.style(), shapes });
}

type Turn = { readonly at: Milliseconds; readonly css: string };

type Timeline = {
  /** The attribute of an element that follows these turns. */
  readonly name: (turns: readonly Turn[]) => string;
  readonly style: () => string;
};

function openTimeline(length: Milliseconds): Timeline {
  const names = new Map<string, string>();
  const share = (at: Milliseconds) => `${Number(((at / length) * 100).toFixed(3))}%`;
  return {
    name(turns) {
      const frames = turns.map(({ at, css }) => `${share(at)}{${css}}`).join('');
      const name = names.get(frames) ?? `k${names.size.toString(36)}`;
      names.set(frames, name);
      return `style="animation-name:${name}"`;
    },
    style: () =>
      [
        `.a{animation:${round(length / 1000)}s step-end infinite}`,
        '@media (prefers-reduced-motion:reduce){.a{animation:none!important}}',
        ...[...names].map(([frames, name]) => `@keyframes ${name}{${frames}}`),
      ].join('\n'),
  };
}

function visibilityOf({ from }: Scene, next: Scene | undefined): readonly Turn[] {
  const hidden = 'visibility:hidden';
  return [
    ...(from > 0 ? [{ at: 0, css: hidden }] : []),
    { at: from, css: 'visibility:visible' },
    ...(next ? [{ at: next.from, css: hidden }] : []),
  ];
}

/** Distance between two contents of a slot, far enough that the slot shows nothing of the next one. */
const pitch = 2 * cellSize.height;

function slotOf({ row, column, contents, turns }: Zone, timeline: Timeline): readonly string[] {
  const at = (index: number) => index * pitch;
  const moves = turns.map(({ at: time, shows }, index) => ({
    at: index === 0 ? 0 : time,
    css: `transform:translateY(${shows === 0 ? 0 : `-${at(shows)}px`})`,
  }));
  const last = turns.at(-1)!.shows;
  return [
    `<svg x="${x(column)}" y="${row * cellSize.height}" width="${x(contents[0]!.length)}" height="${cellSize.height}">`,
    `<g class="a" ${timeline.name(moves)} transform="translate(0 ${-at(last)})">`,
    ...shapesOf(contents.map((cells, index) => ({ cells, column: 0, top: at(index) }))),
    '</g>',
    '</svg>',
  ];
}
