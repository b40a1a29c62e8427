const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (value: number): string => String(value).padStart(2, '0');

const dayOf = (date: Date): string => `${date.getDate()} ${months[date.getMonth()]}`;

const clockOf = (date: Date): string => `${two(date.getHours())}:${two(date.getMinutes())}`;

/** An ISO time as its reader's clock showed it, in twelve cells or less: "30 Nov 01:38", in another year "30 Nov 2025". */
export function shortDate(iso: string, year: number): string {
  const date = new Date(iso);
  const isThisYear = date.getFullYear() === year;
  return `${dayOf(date)} ${isThisYear ? clockOf(date) : date.getFullYear()}`;
}

/** "30 Nov 2025, 01:38". */
export function longDate(iso: string): string {
  const date = new Date(iso);
  return `${dayOf(date)} ${date.getFullYear()}, ${clockOf(date)}`;
}

/** "2025-11-30", as it is sorted and looked for. */
export function sortedDate(iso: string): string {
  const date = new Date(iso);
  return [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
}
