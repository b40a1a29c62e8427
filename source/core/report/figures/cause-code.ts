/** Causes of a loss or an outlier. */
export type CauseCode =
  | 'more-workers-than-cpus'
  | 'throttled'
  | 'other-load'
  | 'own-threads'
  | 'stolen'
  | 'shared-cores'
  | 'slow-cores'
  | 'clock-fell'
  | 'garbage-collection'
  | 'memory-bandwidth'
  | 'too-few-tasks'
  | 'long-tasks'
  | 'short-tasks'
  | 'short-pass'
  | 'one-cpu';
