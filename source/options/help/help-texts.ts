// The texts below the flags in each help.

const numbers =
  'Numbers may be written 50000, 50_000, 50,000, 50k, 1.5k or 5e4. Without a terminal fibtui runs at once and prints a summary.';

export const examples = `
${numbers}

Examples:
  fibtui                                the setup screen, with the defaults
  fibtui -s 100k -j 4                   the setup screen, with these values
  fibtui run --json > report.json       run the defaults and save the report
  fibtui --ray http://HOST:8265         also on that Ray cluster, in Python
  fibtui --record a.cast                record it, for asciinema play a.cast
  fibtui replay --speed 4               the last run at four times the speed

fibtui help all shows every flag, fibtui help COMMAND those of a command.
`;

export const allExamples = `
${numbers} FIBTUI_OPTIONS holds flags that fibtui always takes, such as "--theme light -r 10"; flags on the command line win.

Exit codes: 0 fine, 1 a round failed, 2 bad usage, 3 fibtui doctor warns; 129, 130 and 143 ended by a signal.

Examples:
  fibtui --engines local,local | cat    the same engine twice, to check fibtui itself
  fibtui --ray start                    also on a temporary Ray head
  fibtui --wait-quiet 2min --save       as soon as the machine is quiet; saved
  fibtui demo                           watch it at work, hands off
`;

export const runExamples = `
On a terminal the screen opens and the run starts; elsewhere it is the same as fibtui.

Examples:
  fibtui run                            run the defaults
  fibtui run -s 100k -r 10              ten rounds with longer sequences
  fibtui run --json > report.json       save the report
`;

const ids =
  "ID is last, last~2 (the third last), the end of a run's name as fibtui history shows it, or a path.";

export const replayExamples = `
${ids}

Keys: space pauses, left and right seek 5 seconds, [ and ] step, < and > change the speed, 0 restarts, g shows the timeline, ? helps, q quits. Without a terminal the summary is printed at once; with --record the run is played into the file first.

Examples:
  fibtui replay                         the last run in its own time
  fibtui replay --idle-time-limit 1     with pauses cut to one second
  fibtui replay last~1 --speed 4        the run before at four times the speed
  fibtui replay RUN.json.gz             a run file
  fibtui replay --record a.cast         a recording of it
`;

export const demoExamples = `
It measures this machine and quits by itself, printing the last summary. Without a terminal it needs --record.

Examples:
  fibtui demo                           on this machine
  fibtui demo --offline                 recorded runs instead
  fibtui demo --offline --record a.cast a recording of it
`;

export const historyExamples = `
Examples:
  fibtui history                        a table, the newest run first
  fibtui history --json                 the same for a program
`;

export const showExamples = `
${ids}

Examples:
  fibtui show                           the summary of the last run
  fibtui show last~2 --json             the report of the third last
`;

export const doctorExamples = `
It contacts no cluster unless --ray names one. It exits with 3 if something would distort a run.

Examples:
  fibtui doctor                         this machine
  fibtui doctor --ray http://HOST:8265  and that Ray cluster
`;
