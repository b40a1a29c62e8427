import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StandInJob } from './ray-server-job.ts';

/** What the stand-in knows and how it behaves; a test may change it at any time. */
export type RayState = {
  ray: string;
  /** Undefined with authentication off. */
  token: string | undefined;
  nodes: readonly Readonly<Record<string, unknown>>[];
  /** How many submissions are told that no agent is there yet. */
  starting: number;
  /** Bytes that a request's body may have. */
  largest: number;
  readonly packages: Map<string, Buffer>;
  readonly jobs: Map<string, StandInJob>;
};

export type Incoming = {
  readonly message: IncomingMessage;
  readonly url: URL;
  readonly body: Buffer;
};

/** An answer: status, body (a text is text/plain), or what is done with the response itself. */
export type Reply =
  | readonly [status: number, body: string | object]
  | ((response: ServerResponse) => void);
