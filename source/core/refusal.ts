/** What a system can refuse a program. */
export type Resource = 'address-space' | 'files' | 'threads' | 'memory';

/** Words of V8, Node and the system, the telling ones first: V8 calls every refusal "out of memory". */
const words: ReadonlyArray<readonly [Resource, RegExp]> = [
  // A WebAssembly memory reserves gigabytes of addresses before it takes a single page.
  ['address-space', /virtual memory|address space|WebAssembly\.Memory\(\)/],
  ['files', /\bE[MN]FILE\b/],
  ['threads', /\bEAGAIN\b|pthread_create|uv_thread_create|ERR_WORKER_INIT_FAILED/],
  ['memory', /out of memory|\bENOMEM\b|the system refused \d+ MiB|could not allocate memory/],
];

/** What was refused, by an error or the last words of a process; undefined if it is about something else. */
export const refusedIn = (text: string): Resource | undefined =>
  words.find(([, pattern]) => pattern.test(text))?.[0];

/** What helps, as a sentence. */
export const remedies: Readonly<Record<Resource, string>> = {
  'address-space':
    'Raise the limit of addresses (ulimit -v), or take fewer workers or the workload bigint; with NODE_OPTIONS=--disable-wasm-trap-handler Node needs fewer of them.',
  files: 'Raise the limit of open files (ulimit -n), or take fewer workers.',
  threads: 'Take fewer workers, or raise the limit: ulimit -u, or pids.max of the cgroup.',
  memory: 'Take fewer tasks, a smaller size or fewer workers.',
};
