import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { runJob, type RunJobRequest } from '../../../../source/engines/ray/job/run-job.ts';
import {
  driverLines,
  fakeRayJobs,
  said,
  type FakeRay,
} from '../../../helpers/ray/fake-ray-jobs.ts';
import { mockedTime } from '../../../helpers/time/mocked-time.ts';

export const running = { status: 'RUNNING', driverNodeId: 'node' } as const;

/** One job on a fake Ray, and everything that it reports. */
export function startJob(
  t: TestContext,
  prepare: (jobs: FakeRay) => void = () => {},
  options: Partial<RunJobRequest> = {},
) {
  const time = mockedTime(t);
  const jobs = fakeRayJobs();
  prepare(jobs);
  const end = new AbortController();
  const phases: string[] = [];
  const events: string[] = [];
  const notes: (string | undefined)[] = [];
  const outages: string[] = [];
  const line = driverLines('n');
  const outcome = runJob({
    jobs,
    job: { id: 'fibtui-1', entrypoint: 'python', metadata: {} },
    address: { base: 'http://ray:8265', from: '--ray' },
    ray: '2.60.0',
    nonce: 'n',
    tasks: 2,
    deadline: 60_000,
    signal: end.signal,
    onPhase: (phase) => void phases.push(phase),
    onEvent: ({ ev }) => void events.push(ev),
    onNote: (note) => void notes.push(note),
    onOutage: (outage) => void outages.push(outage ? `silent for ${outage.silent}` : 'heard'),
    now: time.now,
    ...options,
  });
  return {
    ...time,
    jobs,
    phases,
    events,
    notes,
    outages,
    outcome,
    cancel: () => end.abort(),
    /** The driver writes to the log, and the open stream passes it on. */
    say(...lines: readonly object[]) {
      for (const one of lines) {
        const text = line(one);
        jobs.log += text;
        jobs.streams.at(-1)?.say(text);
      }
    },
    /** Ray starts the driver; waits until its log is being followed. */
    async start() {
      jobs.state = running;
      await time.pass(200);
    },
    /** Whether Ray may still run the job, although its pass is over. */
    async mayRun() {
      const ended = await outcome;
      return ended.status !== 'finished' && ended.mayRun === true;
    },
    async failure() {
      const ended = await outcome;
      assert.ok(ended.status === 'failed', ended.status);
      return ended.failure;
    },
  };
}

export const opening = [said.hello, said.cluster, said.warm, said.submitted(2)];
export const work = [said.started(1, 'b'), said.started(0, 'a'), said.result(1), said.result(0)];
export const done = [...opening, ...work, said.end('ok')];
