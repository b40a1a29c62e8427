/** Milliseconds; longer than any frame takes on the slowest machine. */
const patience = 30_000;

/** The real timers, even if a test mocks them. */
const real = { setTimeout, clearTimeout };

const has = (screen: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? screen.includes(wanted) : wanted.test(screen);

/** The next screen that contains this. `lookers` are called for every new screen. Rejects if none comes. */
export async function firstWith(
  wanted: string | RegExp,
  screen: () => string,
  lookers: Set<() => void>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const giveUp = real.setTimeout(
      () => reject(new Error(`${String(wanted)} never stood on the screen:\n${screen()}`)),
      patience,
    );
    const look = () => {
      const shown = screen();
      if (has(shown, wanted)) {
        real.clearTimeout(giveUp);
        lookers.delete(look);
        resolve(shown);
      }
    };
    lookers.add(look);
    look();
  });
}
