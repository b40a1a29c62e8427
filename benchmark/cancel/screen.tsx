import { appendFileSync } from 'node:fs';
import { defaultSettings } from '../../source/core/plan/settings.ts';
import type { EndedPass } from '../../source/core/profile/state.ts';
import type { WorkloadName } from '../../source/core/plan/workload.ts';
import { forked } from '../../source/host/parent/forked.ts';
import { openSession } from '../../source/session/live/session.ts';
import { mount } from '../../source/ui/mount.tsx';

// In a terminal: the real program, which also records when a cancelled pass has ended, that is, when the last worker
// has replied. In nanoseconds of the system clock, which the process that presses the key reads as well.

const [workload, tasks, file = ''] = process.argv.slice(2);
const settings = {
  ...defaultSettings,
  workload: workload as WorkloadName,
  tasks: Number(tasks),
  engines: ['pool'],
} as const;

const session = openSession({
  version: 'benchmark',
  libraries: {},
  ray: { environment: {}, home: '' },
  openHost: forked(process.execArgv),
});
let latest: EndedPass | undefined;
session.subscribe(() => {
  const ended = session.state().profile?.passes.at(-1);
  if (ended && ended !== latest) {
    latest = ended;
    appendFileSync(file, `${process.hrtime.bigint()} ${ended.outcome.status}\n`);
  }
});

const [onInterrupt, onSuspend] = [() => process.exit(130), () => {}];
const { left } = mount({ session, settings, ascii: false, onInterrupt, onSuspend }, process);
await left;
await session.close();
process.exit();
