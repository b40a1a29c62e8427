const [begin, end] = ['\u001B[?2026h', '\u001B[?2026l'];
const cuts = new RegExp(String.raw`\u001B\[\?2026[hl]|\n`, 'g');

/**
 * Cuts what arrives behind every frame, and behind every line that belongs to none, wherever the system has cut it
 * before; all of it is given on at once.
 */
export function frames(): (data: string) => readonly string[] {
  // What a mark may begin with that has not arrived in full.
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
