// Waits for a program in a terminal. Every wait ends: with the wanted text, or with an error that shows the screen.

/** A text on the screen, a pattern that the screen matches, or a condition. */
export type Wanted = string | RegExp | ((screen: string) => boolean);

export type Ending = { readonly code: number; readonly signal: number | undefined };

/** A running program. */
export type Watched = {
  readonly output: () => string;
  readonly ending: () => Ending | undefined;
  readonly exited: Promise<Ending>;
  /** Called for every whole frame, and at the end. */
  readonly lookers: Set<() => void>;
};

type Watcher = Watched & { readonly text: () => string; readonly patience: number };

/** The first screen that matches. */
export async function untilStands(
  wanted: Wanted,
  { lookers, ending, text, patience }: Watcher,
): Promise<string> {
  let release = () => {};
  const found = new Promise<string>((resolve, reject) => {
    const fail = (problem: unknown) =>
      reject(new Error(`${String(problem)}\nWanted: ${String(wanted)}\nThe screen:\n${text()}`));
    const look = () => {
      try {
        if (stands(wanted, text())) {
          resolve(text());
        } else if (ending()) {
          fail(`The program ended with ${ending()?.code} before.`);
        }
      } catch (error) {
        fail(error);
      }
    };
    const timer = setTimeout(() => fail('It did not come.'), patience);
    release = () => {
      clearTimeout(timer);
      lookers.delete(look);
    };
    lookers.add(look);
    look();
  });
  return found.finally(() => release());
}

export async function untilEnded({ exited, text, patience }: Watcher): Promise<Ending> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const fail = () => reject(new Error(`It did not end.\nThe screen:\n${text()}`));
    timer = setTimeout(fail, patience);
  });
  return Promise.race([exited, late]).finally(() => clearTimeout(timer));
}

function stands(wanted: Wanted, screen: string): boolean {
  if (typeof wanted === 'function') {
    return wanted(screen);
  }

  return typeof wanted === 'string' ? screen.includes(wanted) : wanted.test(screen);
}
