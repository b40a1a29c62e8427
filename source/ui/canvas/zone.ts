import type { Line } from './line.ts';

/** One way to draw a zone. */
export type Variant = {
  readonly lines: readonly Line[];
  /** How many lines there are, if that is known before they are drawn. */
  readonly height?: number;
  /** Whether a rule with its title stands above it. */
  readonly ruled: boolean;
  /** Replaces the zone's title. */
  readonly title?: Line;
  /** Replaces the zone's priority: a rich variant may have to wait for zones that matter more. */
  readonly priority?: number;
};

/** A part of the screen. It keeps its place at every window size and changes its density. */
export type Zone = {
  readonly title: Line;
  /** Zones with lower numbers get rows first. */
  readonly priority: number;
  /** From the richest to the densest. The last one is drawn even if it does not fit. */
  readonly variants: readonly Variant[];
};

export type ArrangedZone = { readonly title: Line; readonly variant: Variant };

/** A variant whose lines are there: it is as high as they are. */
export type DrawnVariant = Omit<Variant, 'height'> & { readonly height?: never };

export const ruled = (lines: readonly Line[]): DrawnVariant => ({ lines, ruled: true });
export const bare = (lines: readonly Line[]): DrawnVariant => ({ lines, ruled: false });

/** The same variant with a priority of its own. It would draw one that is not drawn yet: `undrawn` takes a priority. */
export const later = (priority: number, variant: DrawnVariant): DrawnVariant => ({
  ...variant,
  priority,
});

/** A variant whose lines are drawn when they are first shown: of most zones it is only one that ever is. */
export function undrawn(
  variant: Omit<Variant, 'lines'> & Required<Pick<Variant, 'height'>>,
  draw: () => readonly Line[],
): Variant {
  let lines: readonly Line[] | undefined;
  return {
    ...variant,
    get lines() {
      return (lines ??= draw());
    },
  };
}

/** A zone without a title that gets rows before all others. */
export const fixed = (...variants: readonly Variant[]): Zone => ({
  title: [],
  priority: 0,
  variants,
});

export const heightOf = (variant: Variant): number =>
  (variant.height ?? variant.lines.length) + (variant.ruled ? 1 : 0);

/** Gives every zone its densest variant, then richer ones in the order of priorities while rows are left. */
export function arranged(zones: readonly Zone[], rows: number): readonly ArrangedZone[] {
  const chosen = new Map(zones.map((zone) => [zone, zone.variants.at(-1)!]));
  let free = rows;
  chosen.forEach((variant) => (free -= heightOf(variant)));
  for (const { zone, priority } of offersOf(zones)) {
    const before = chosen.get(zone)!;
    const room = free + heightOf(before);
    const richest = zone.variants.find(
      (variant) => priorityOf(zone, variant) <= priority && heightOf(variant) <= room,
    );
    free = room - heightOf(richest ?? before);
    chosen.set(zone, richest ?? before);
  }

  return zones.map((zone) => {
    const variant = chosen.get(zone)!;
    return { title: variant.title ?? zone.title, variant };
  });
}

const priorityOf = (zone: Zone, { priority = zone.priority }: Variant): number => priority;

/** Each zone is offered the free rows once for every priority among its variants. */
const offersOf = (zones: readonly Zone[]) =>
  zones
    .flatMap((zone) =>
      [...new Set(zone.variants.map((variant) => priorityOf(zone, variant)))].map((priority) => ({
        zone,
        priority,
      })),
    )
    .toSorted((one, other) => one.priority - other.priority);
