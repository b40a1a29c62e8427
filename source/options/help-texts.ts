// The texts below the flags in each help.

export const examples = `
Numbers may be written 50000, 50_000, 50,000, 50k, 1.5k or 5e4. Without a terminal fibtui runs at once and prints a summary.

Examples:
  fibtui                                the setup screen, with the defaults
  fibtui --size 100k --workers 4        the setup screen, with these values
  fibtui --json > report.json           run the defaults and save the report
  fibtui --engines local,local | cat    the same engine twice, to check fibtui itself
  fibtui --ray http://HOST:8265         also on that Ray cluster, in Python
  fibtui --ray start                    also on a temporary Ray head
  fibtui --record a.cast                record it; asciinema play a.cast plays it
  fibtui replay --speed 4               the last run at four times the speed
  fibtui demo                           watch it at work, hands off
`;

export const replayKeys = `
Keys: space pauses, left and right seek 5 seconds, [ and ] step, < and > change the speed, 0 restarts, g shows the timeline, ? helps, q quits. Without a terminal the summary is printed at once; with --record the run is played into the file first.

Examples:
  fibtui replay                         the last run in its own time
  fibtui replay --idle-limit 1          with pauses cut to one second
  fibtui replay RUN.json.gz --speed 4   a run file at four times the speed
  fibtui replay --json > report.json    the report of the last run
  fibtui replay --record a.cast         a recording of it
`;

export const demoExamples = `
It measures this machine and quits by itself, printing the last summary. Without a terminal it needs --record.

Examples:
  fibtui demo                           on this machine
  fibtui demo --offline                 recorded runs instead
  fibtui demo --offline --record a.cast a recording of it
`;
