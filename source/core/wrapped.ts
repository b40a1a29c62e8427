/** Cuts text into rows of at most `width` cells: at its blanks, and inside of words that are longer. */
export function wrapped(text: string, width: number): readonly string[] {
  const rows: string[] = [];
  const breakable = text.replaceAll(new RegExp(`\\S{${width}}(?=\\S)`, 'g'), '$& ');
  for (const word of breakable.split(' ')) {
    const row = rows.at(-1);
    if (row !== undefined && row.length + 1 + word.length <= width) {
      rows[rows.length - 1] = `${row} ${word}`;
    } else {
      rows.push(word);
    }
  }

  return rows;
}
