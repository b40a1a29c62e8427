import { failureOf } from '../../core/failure.ts';
import { samplePeriod } from '../../core/sample-period.ts';
import type { Milliseconds } from '../../core/units.ts';
import { now } from '../../engines/system/now.ts';
import { openConditionSampler } from '../../machine/condition-sampler.ts';
import { openOtherAccount, readProcess, withAccount } from '../../machine/process-account.ts';
import type { System } from '../../machine/system.ts';
import type { HostSetup, Request, Told, Work } from '../border.ts';
import { openMeasurements, type Measurements } from './measurements.ts';
import { openOutbox, type Outbox, type Tell } from './outbox.ts';

export type ServeRequest = {
  readonly setup: HostSetup;
  readonly tell: Tell;
  readonly system: System;
  /** The process that watches; undefined if it is this one. */
  readonly watcher: number | undefined;
  /** Resolves to how often this process has been stopped and continued so far. */
  readonly stops: () => Promise<number>;
};

export type Server = {
  readonly hear: (request: Request) => void;
  /** Ends what runs, and leaves the cluster. */
  readonly close: () => Promise<void>;
};

/** While there is work, at most two periods pass between two signs of life: one stays away if a report came before it. */
const markPeriod: Milliseconds = samplePeriod;

/** Carries out requested work and reports events. */
export function serve({ setup, tell, system, watcher, stops }: ServeRequest): Server {
  const account = openOtherAccount(system, () => watcher);
  const outbox = openOutbox(tell, () => now() - setup.began);
  const helpers = openHelpers(system, outbox);
  const measurements = openMeasurements({
    observe: outbox.observe,
    ray: { ...setup.ray, onLeftover: (sentence) => outbox.send({ type: 'remarked', sentence }) },
    python: helpers.python,
    stops,
    sampler: openConditionSampler(withAccount(withAccount(system, account), helpers.account)),
    passedOn: outbox.passedOn,
  });
  const isRead = watcher === undefined || readProcess(system, watcher) !== undefined;
  const mark = () => outbox.mark(isRead ? {} : { own: system.processTime() });
  const whileWorking = openMarks(mark);
  const { does, cancel, close } = openWork(measurements);

  const work = async (id: number, asked: Work) => {
    const failure = await whileWorking(async () => does(asked)).then(() => ({}), failed);
    mark();
    outbox.send({ type: 'done', id, ...failure });
  };

  return {
    close,
    hear(request) {
      switch (request.type) {
        case 'work':
          void work(request.id, request.work);
          break;
        case 'cancel':
          cancel();
          break;
        case 'account':
          account.told(request.own);
      }
    },
  };
}

/** The processes in which Python runs tasks: what they take is taken by this program, here and where the user watches. */
function openHelpers(system: System, { send }: Pick<Outbox, 'send'>) {
  let helper: number | undefined;
  const account = openOtherAccount(system, () => helper);
  const onProcess = (pid: number) => {
    helper = pid;
    send({ type: 'helped', pid });
  };
  return { account, python: { onProcess, onCpuTime: account.told } };
}

function openWork(measurements: Measurements) {
  let running: AbortController | undefined;
  const cancel = () => running?.abort();
  const close = async () => {
    cancel();
    await measurements.close();
  };
  return {
    cancel,
    close,
    does: async (work: Work): Promise<void> => {
      switch (work.type) {
        case 'calibrate':
          return measurements.calibrate(work.workload, work.limit);
        case 'reach':
          return measurements.reach(work.target, work.cpus);
        case 'await-cpus':
          running = new AbortController();
          return measurements.awaitCpus(work, running.signal);
        case 'run':
          running = new AbortController();
          return measurements.run(work, running.signal);
        case 'close':
          return close();
      }
    },
  };
}

const failed = (error: unknown): Pick<Extract<Told, { readonly type: 'done' }>, 'failure'> => ({
  failure: failureOf(error),
});

/** Marks the time again and again while any work is under way. */
function openMarks(mark: () => void) {
  let under = 0;
  let timer: NodeJS.Timeout | undefined;
  return async (work: () => Promise<void>): Promise<void> => {
    under++;
    timer ??= setInterval(mark, markPeriod);
    return work().finally(() => {
      under--;
      if (under === 0) {
        clearInterval(timer);
        timer = undefined;
      }
    });
  };
}
