import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StandInJob } from './ray-server-job.ts';

/** The state of the stand-in; a test may change it at any time. */
export type RayState = {
  ray: string;
  /** Undefined if authentication is off. */
  token: string | undefined;
  nodes: readonly Readonly<Record<string, unknown>>[];
  /** The number of submissions that fail because there is no agent yet. */
  starting: number;
  /** The maximum size of a request's body, in bytes. */
  largest: number;
  readonly packages: Map<string, Buffer>;
  readonly jobs: Map<string, StandInJob>;
};

export type Incoming = {
  readonly message: IncomingMessage;
  readonly url: URL;
  readonly body: Buffer;
};

/** An answer: status and body (a string is text/plain), or a function that handles the response. */
export type Reply =
  | readonly [status: number, body: string | object]
  | ((response: ServerResponse) => void);
