/** A typing error has at most so many wrong letters, and most of its letters are right. */
const mostErrors = 2;
const mostWrong = 0.4;

/** Whether a word is probably meant as another one: misspelt, or not typed to its end. */
export function isNearMiss(word: string, meant: string): boolean {
  const [typed, right] = [word, meant].map((text) => text.replace(/^-+/, '')) as [string, string];
  if (typed.length > 1 && (right.startsWith(typed) || typed.startsWith(right))) {
    return true;
  }

  const errors = errorsBetween(typed, right);
  return errors <= mostErrors && errors <= mostWrong * Math.max(typed.length, right.length);
}

/** The letters to add, to leave out, to change or to swap with the next one: the Damerau–Levenshtein distance. */
function errorsBetween(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const changed = a[i - 1] === b[j - 1] ? 0 : 1;
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          rows[i - 1]![j]! + 1,
          row[j - 1]! + 1,
          rows[i - 1]![j - 1]! + changed,
          isSwap ? rows[i - 2]![j - 2]! + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }

  return rows[a.length]![b.length]!;
}
