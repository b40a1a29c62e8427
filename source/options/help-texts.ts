// The texts below the flags in each help.

export const examples = `
Numbers may be written 50000, 50_000, 50,000, 50k, 1.5k or 5e4. Without a terminal the plan runs at once and its summary is printed.

Examples:
  fibtui                                the setup screen, with the defaults
  fibtui --size 100k --workers 4        the setup screen, with these filled in
  fibtui --json > report.json           run the defaults and keep the report
  fibtui --engines local,local | cat    the same engine twice: a check of itself
  fibtui --ray http://HOST:8265         Ray beside them: Python on that cluster
  fibtui --ray local                    the same on a Ray head of fibtui's own
  fibtui --record a.cast                play it with: asciinema play a.cast
  fibtui replay --speed 4               the last run, four times as fast
  fibtui demo                           see it at work, without a key
`;

export const replayKeys = `
Keys: space pauses, left and right go 5 seconds back and forward, [ and ] step from one start or end to the next, > and < change the speed, 0 starts over, g shows the timeline, ? explains all, q quits. Without a terminal the summary is printed at once; with --record the run is played for the film before that.

Examples:
  fibtui replay                         the last run, as long as it took
  fibtui replay --idle-limit 1          with no more than a second of nothing
  fibtui replay RUN.json.gz --speed 4   a run file, four times as fast
  fibtui replay --json > report.json    the report of the last run
  fibtui replay --record a.cast         a film of it
`;

export const demoExamples = `
It measures this machine, and leaves by itself, on the summary of its last run. Without a terminal it is drawn for the film of --record.

Examples:
  fibtui demo                           on this machine
  fibtui demo --offline                 runs that were recorded before
  fibtui demo --offline --record a.cast a film of it
`;
