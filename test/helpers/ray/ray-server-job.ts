import type { ServerResponse } from 'node:http';

/** A job of the stand-in server: controlled by a test, within Ray's rules. */
export type StandInJob = {
  readonly id: string;
  /** The submitted request. */
  readonly posted: Readonly<Record<string, unknown>>;
  readonly details: () => Readonly<Record<string, unknown>>;
  readonly ended: () => boolean;
  readonly log: () => Buffer;
  /** The supervisor runs, and the log file exists. */
  readonly start: (node?: string) => void;
  /** Writes one chunk to every stream, cut where the test cuts it. */
  readonly write: (bytes: string | Uint8Array) => void;
  readonly end: (status: string, more?: Readonly<Record<string, unknown>>) => void;
  readonly stop: () => boolean;
  readonly follow: (response: ServerResponse) => void;
  /** The number of clients that follow the log. */
  readonly followers: () => number;
  /** Breaks every stream of the log; the job goes on. */
  readonly cut: () => void;
};

const over = new Set(['SUCCEEDED', 'FAILED', 'STOPPED']);

export function standInJob(id: string, posted: Readonly<Record<string, unknown>>): StandInJob {
  let details: Record<string, unknown> = {
    type: 'SUBMISSION',
    job_id: null,
    submission_id: id,
    driver_info: null,
    status: 'PENDING',
    entrypoint: posted['entrypoint'],
    message: 'Job has not started yet.',
    error_type: null,
    metadata: posted['metadata'] ?? null,
    runtime_env: posted['runtime_env'] ?? null,
    driver_node_id: null,
    driver_exit_code: null,
  };
  const chunks: Buffer[] = [];
  const followers = new Set<ServerResponse>();
  const ended = () => over.has(String(details['status']));
  const set = (more: Readonly<Record<string, unknown>>) => (details = { ...details, ...more });

  return {
    id,
    posted,
    ended,
    details: () => details,
    log: () => Buffer.concat(chunks),
    start: (node = 'head') =>
      void set({
        status: 'RUNNING',
        message: 'Job is currently running.',
        driver_node_id: node,
        driver_info: { id: '01000000', node_ip_address: '127.0.0.1', pid: '4711' },
      }),
    write(bytes) {
      const chunk = Buffer.from(bytes);
      chunks.push(chunk);
      for (const response of followers) {
        response.write(chunk);
      }
    },
    end: (status, more = {}) => void set({ status, ...more }),
    // Ray claims to stop a job that has not started, but does not.
    stop() {
      if (details['status'] === 'RUNNING') {
        set({ status: 'STOPPED', message: 'Job was intentionally stopped.' });
        return true;
      }

      return !ended();
    },
    follow(response) {
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.flushHeaders();
      followers.add(response);
      response.once('close', () => followers.delete(response));
      if (chunks.length > 0) {
        response.write(Buffer.concat(chunks));
      }
    },
    followers: () => followers.size,
    cut: () => followers.forEach((response) => response.destroy()),
  };
}
