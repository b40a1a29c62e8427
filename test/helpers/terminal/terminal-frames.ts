const [begin, end] = ['\u001B[?2026h', '\u001B[?2026l'];
const cuts = new RegExp(String.raw`\u001B\[\?2026[hl]|\n`, 'g');

/**
 * Splits output after every frame, and after every line outside of a frame, wherever the system has split it before.
 * Everything is passed on at once.
 */
export function frames(): (data: string) => readonly string[] {
  // The beginning of a mark that has not arrived completely.
  let before = '';
  let framing = false;
  return (data) => {
    const text = before + data;
    const parts: string[] = [];
    let from = before.length;
    for (const { index, 0: found } of text.matchAll(cuts)) {
      const to = index + found.length;
      framing = found === begin || (framing && found !== end);
      if (to > from && !framing) {
        parts.push(text.slice(from, to));
        from = to;
      }
    }

    before = text.slice(1 - end.length);
    return [...parts, text.slice(from)].filter((part) => part !== '');
  };
}
