/** Says that the measuring process is stopped, and how to continue it: from the longest wording to the shortest. */
export const stoppedTexts = ({ pid }: { readonly pid: number }): readonly string[] => [
  `The measuring process (${pid}) is stopped. To go on: kill -CONT ${pid}`,
  `stopped: kill -CONT ${pid} lets it go on`,
];
