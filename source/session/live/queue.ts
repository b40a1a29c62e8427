/** Does one piece of work after another, also after one that failed. */
export type InTurn = (work: () => Promise<void>) => Promise<void>;

export function openQueue(): InTurn {
  let queue: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const turn = queue.then(work);
    queue = turn.catch(() => {});
    return turn;
  };
}
