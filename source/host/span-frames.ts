import type { Column } from '../core/profile/spans.ts';
import type { Bytes } from '../core/units.ts';
import type { Told } from './border.ts';

// Between two processes, spans cross a pipe of their own as the bytes of their columns. As messages they would be copied
// several times on both sides, and such copies pile up by tens of megabytes before V8 collects them.

export type SpansTold = Extract<Told, { readonly type: 'spans' }>;

const kinds = { Float64Array, Int32Array, Uint32Array } as const;

/** Stands for a column in the text of a frame. */
type Place = { readonly column: keyof typeof kinds; readonly length: number };

/** Columns must begin at a multiple of so many bytes. */
const alignment: Bytes = 8;
const aligned = (length: Bytes): Bytes => Math.ceil(length / alignment) * alignment;

/** Spaces, since JSON may end in them. */
const filling = new Uint8Array(alignment).fill(0x20);

const headLength: Bytes = 2 * Uint32Array.BYTES_PER_ELEMENT;

/** A frame in parts, so that no column is copied: the lengths of its text and of its columns, the text, the columns. */
export function frameOf(told: SpansTold): readonly Uint8Array[] {
  const columns: Column[] = [];
  const text = JSON.stringify(told, (_, value: unknown) => {
    if (!isColumn(value)) {
      return value;
    }

    columns.push(value);
    return { column: value.constructor.name, length: value.length };
  });
  const [textBytes, columnBytes] = [filled([Buffer.from(text)]), filled(columns.map(bytesOf))];
  const head = Uint32Array.of(lengthOf(textBytes), lengthOf(columnBytes));
  return [bytesOf(head), ...textBytes, ...columnBytes];
}

const isColumn = (value: unknown): value is Column => ArrayBuffer.isView(value);

const bytesOf = ({ buffer, byteOffset, byteLength }: Column): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

const filled = (parts: readonly Uint8Array[]): readonly Uint8Array[] =>
  parts.flatMap((part) => [part, filling.subarray(0, aligned(part.length) - part.length)]);

const lengthOf = (parts: readonly Uint8Array[]): Bytes =>
  parts.reduce((sum, { length }) => sum + length, 0);

/** More than a frame and a piece take. */
const usualRoom: Bytes = 2 ** 18;

/** Hears frames that arrive in pieces. What `hear` gets is valid until it returns: later frames take the same memory. */
export function openFrames(hear: (told: SpansTold) => void): (piece: Uint8Array) => void {
  let held = Buffer.alloc(usualRoom);
  let length: Bytes = 0;
  return (piece) => {
    held = withRoom(held, length + piece.length);
    held.set(piece, length);
    length += piece.length;
    let from: Bytes = 0;
    const next = () => firstIn(held.subarray(from, length));
    for (let frame = next(); frame; frame = next()) {
      hear(toldIn(frame));
      from += frame.length;
    }

    held.copyWithin(0, from, length);
    length -= from;
  };
}

function withRoom(held: Buffer<ArrayBuffer>, room: Bytes): Buffer<ArrayBuffer> {
  if (room <= held.length) {
    return held;
  }

  const larger = Buffer.alloc(2 * room);
  larger.set(held);
  return larger;
}

/** Undefined until it is there as a whole. */
function firstIn(held: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> | undefined {
  if (held.length < headLength) {
    return undefined;
  }

  const [text, columns] = headOf(held);
  const length = headLength + text + columns;
  return length <= held.length ? held.subarray(0, length) : undefined;
}

function headOf({ buffer, byteOffset }: Buffer<ArrayBuffer>) {
  const [text = 0, columns = 0] = new Uint32Array(buffer, byteOffset, 2);
  return [text, columns] as const;
}

function toldIn(frame: Buffer<ArrayBuffer>): SpansTold {
  let at = headLength + headOf(frame)[0];
  return JSON.parse(frame.toString('utf8', headLength, at), (_, value: unknown) => {
    if (!isPlace(value)) {
      return value;
    }

    const column = new kinds[value.column](frame.buffer, frame.byteOffset + at, value.length);
    at += aligned(column.byteLength);
    return column;
  }) as SpansTold;
}

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' && value !== null && 'column' in value;
