import { EngineError, type Failure } from '../../../source/core/failure.ts';
import type { LogRequest, RayJobs } from '../../../source/engines/ray/api/jobs.ts';
import type { JobInfo } from '../../../source/engines/ray/api/job-info.ts';

/** A fake of Ray's Jobs API; a test may change everything while a job runs. */
export type FakeRay = RayJobs & {
  /** What requests come to while the network is cut: they do not arrive. */
  cut: Failure | undefined;
  /** Requests arrive, but their answers do not. */
  answersLost: Failure | undefined;
  /** The answer to a request for the job. */
  state: JobInfo | Failure;
  /** The driver's log. */
  log: string;
  /** Replaces the log: reading it fails or never ends. */
  unreadable: Failure | 'hangs' | undefined;
  /** The result of a submission: a promise delays it, a failure refuses it. */
  submission: Promise<void> | Failure;
  /** Called on a stop request. */
  onStop: () => void;
  /** A stop request fails or never ends. */
  unstoppable: Failure | 'hangs' | undefined;
  /** Requests for the job wait for this. */
  answering: Promise<void>;
  /** The number of requests for the job. */
  questions: number;
  /** The submissions and stop requests. */
  readonly calls: string[];
  /** All streams, in the order in which they were opened. */
  readonly streams: FakeStream[];
};

export type FakeStream = {
  readonly say: (text: string) => void;
  /** Ends the stream, as a proxy does on a timeout. */
  readonly end: () => void;
  readonly fail: () => void;
  readonly open: () => boolean;
};

export const failure = (code: string, message = `It is ${code}.`): Failure => ({
  code,
  message,
  hint: 'Do something.',
});

const never = async (): Promise<never> => new Promise(() => {});

const refuse = async (failure: Failure): Promise<never> => {
  throw new EngineError(failure);
};

export function fakeRayJobs(): FakeRay {
  const ray: FakeRay = {
    cut: undefined,
    answersLost: undefined,
    state: { status: 'PENDING' },
    log: '',
    unreadable: undefined,
    submission: Promise.resolve(),
    onStop: () => {},
    unstoppable: undefined,
    answering: Promise.resolve(),
    questions: 0,
    calls: [],
    streams: [],
    version: async () => ({ ray: '2.60.0', session: 'session_1' }),
    authenticationMode: async () => 'disabled',
    nodes: async () => [],
    upload: async () => undefined,
    remove: async () => {},
    async submit({ id }) {
      ray.calls.push(`submit ${id}`);
      await ('hint' in ray.submission ? refuse(ray.submission) : ray.submission);
    },
    async info() {
      ray.questions++;
      await ray.answering;
      return 'hint' in ray.state ? refuse(ray.state) : ray.state;
    },
    async logs() {
      if (ray.unreadable) {
        await (ray.unreadable === 'hangs' ? never() : refuse(ray.unreadable));
      }

      return ray.log;
    },
    async stop(id) {
      ray.calls.push(`stop ${id}`);
      ray.onStop();
      if (ray.unstoppable) {
        await (ray.unstoppable === 'hangs' ? never() : refuse(ray.unstoppable));
      }

      return true;
    },
    async streamLogs(request) {
      return new Promise((resolve, reject) => {
        ray.streams.push(fakeStream(request, resolve, reject));
      });
    },
  };
  return overNetwork(ray);
}

/** Puts a network that a test may cut between the fake and its client. */
function overNetwork(ray: FakeRay): FakeRay {
  const through =
    <Given extends readonly unknown[], Answer>(call: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      if (ray.cut) {
        return refuse(ray.cut);
      }

      const answer = await call(...given);
      return ray.answersLost ? refuse(ray.answersLost) : answer;
    };
  const { upload, submit, info, logs, stop, streamLogs } = ray;
  return Object.assign(ray, {
    upload: through(upload),
    submit: through(submit),
    info: through(info),
    logs: through(logs),
    stop: through(stop),
    streamLogs: through(streamLogs),
  });
}

function fakeStream(
  { onText, signal }: LogRequest,
  resolve: () => void,
  reject: (error: Error) => void,
): FakeStream {
  let open = true;
  const close = (settle: () => void) => () => {
    open = false;
    settle();
  };
  const end = close(resolve);
  signal.addEventListener('abort', end);
  return {
    say: (text) => void (open && onText(text)),
    end,
    fail: close(() => reject(new EngineError(failure('ray-connection')))),
    open: () => open,
  };
}

/** The driver's lines, with its numbers, a tenth of a second apart on its clock. */
export function driverLines(nonce: string, from = 1): (said: object, ts?: number) => string {
  let seq = from - 1;
  return (said, ts) => {
    seq++;
    const stamp = { v: 1, seq, ts: ts ?? 1_000_000 + seq * 100 };
    return `@fibtui:${nonce} ${JSON.stringify({ ...stamp, ...said })}\n`;
  };
}

const digest = '0000000000000005';

const placeOn = (node: string, worker: string) => ({
  node: node.repeat(16),
  worker,
  pid: 7,
  host: 'head',
  nice: 15,
  python: '3.11.2',
});

export const said = {
  hello: {
    ev: 'hello',
    python: '3.11.2',
    ray: '2.60.0',
    exe: '/usr/bin/python3',
    importMs: 400,
  },
  cluster: {
    ev: 'cluster',
    nodes: [
      { id: 'a'.repeat(16), ip: '10.0.0.1', host: 'head', cpus: 1 },
      { id: 'b'.repeat(16), ip: '10.0.0.2', host: 'other', cpus: 1 },
    ],
    count: 2,
    cpus: 2,
    free: 2,
    initMs: 200,
  },
  warm: { ev: 'warm', ready: 2, of: 2 },
  submitted: (tasks: number) => ({ ev: 'submitted', tasks }),
  started: (task: number, node = 'a', worker = `worker-${node}`) => ({
    ...placeOn(node, worker),
    ev: 'started',
    task,
    queueMs: 60,
  }),
  worker: (number: number, node = 'a', worker = `worker-${node}`) => ({
    ...placeOn(node, worker),
    ev: 'worker',
    number,
  }),
  ran: (...tasks: readonly (readonly (number | null)[])[]) => ({
    ev: 'ran',
    at: 1_000_000,
    digest,
    kept: '12',
    tasks,
  }),
  progress: (frac: Record<string, number> = {}) => ({ ev: 'progress', frac }),
  result: (task: number, startMs = 1_000_000, endMs = 1_000_500) => ({
    ev: 'result',
    task,
    startMs,
    endMs,
    cpuMs: 90,
    digest,
    kept: '12',
  }),
  failed: (task: number, error: string, message = '') => ({ ev: 'failed', task, error, message }),
  serial: { ev: 'serial', taskMs: [80, 90, 100] },
  end: (status: string, more: object = {}) => ({ ev: 'end', status, ...more }),
};
