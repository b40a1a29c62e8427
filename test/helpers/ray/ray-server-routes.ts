import type { StandInJob } from './ray-server-job.ts';
import type { Incoming, RayState, Reply } from './ray-server-state.ts';
import { submitReply, traceback } from './ray-server-submission.ts';

const mostNodes = 10_000;

/** Ray's answer to a request that has passed authentication. */
export function rayReply(state: RayState, { message, url, body }: Incoming): Reply {
  const { method = 'GET' } = message;
  const [, job, rest = ''] = /^\/api\/jobs\/([^/]+)(\/\w+)?$/.exec(url.pathname) ?? [];
  const [, name] = /^\/api\/packages\/gcs\/(.+)$/.exec(url.pathname) ?? [];
  if (name !== undefined) {
    return packageReply(state, { method, name, body });
  }

  if (job !== undefined) {
    return jobReply(state.jobs.get(job), { id: job, call: `${method} ${rest}` });
  }

  switch (`${method} ${url.pathname}`) {
    case 'GET /api/version':
      return [200, { version: '4', ray_version: state.ray, session_name: 'session_stand_in' }];
    case 'GET /api/authentication_mode':
      return before(state.ray, 52)
        ? notFound
        : [200, { authentication_mode: state.token === undefined ? 'disabled' : 'token' }];
    case 'GET /api/v0/nodes':
      return nodesReply(state, url);
    case 'GET /api/v0/logs/stream':
      return streamReply(state, url.searchParams);
    case 'POST /api/jobs/':
      return submitReply(state, body.toString('utf8'));
    default:
      return notFound;
  }
}

const notFound = [404, '404: Not Found'] as const;

const before = (ray: string, minor: number): boolean => Number(ray.split('.')[1]) < minor;

function jobReply(job: StandInJob | undefined, { id, call }: { id: string; call: string }): Reply {
  if (!job) {
    return [404, `Job ${id} does not exist`];
  }

  switch (call) {
    case 'GET ':
      return [200, job.details()];
    case 'GET /logs':
      return [200, { logs: job.log().toString('utf8') }];
    case 'POST /stop':
      return [200, { stopped: job.stop() }];
    case 'DELETE ':
      return job.ended()
        ? [200, { deleted: true }]
        : [
            500,
            traceback(
              `RuntimeError: Attempted to delete job '${id}', but it is in a non-terminal state.`,
            ),
          ];
    default:
      return notFound;
  }
}

type PackageCall = { readonly method: string; readonly name: string; readonly body: Buffer };

function packageReply({ packages, largest }: RayState, { method, name, body }: PackageCall): Reply {
  if (method === 'GET') {
    return packages.has(name) ? [200, ''] : [404, `Package gcs://${name} does not exist`];
  }

  if (body.length > largest) {
    return [413, `Maximum request body size ${largest} exceeded, actual body size ${body.length}`];
  }

  packages.set(name, body);
  return [200, ''];
}

function nodesReply({ nodes }: RayState, { searchParams }: URL): Reply {
  const limit = Number(searchParams.get('limit') ?? 100);
  return limit > mostNodes
    ? [400, `ValueError: Given limit ${limit} exceeds the supported limit ${mostNodes}.`]
    : [
        200,
        {
          result: true,
          msg: '',
          data: { result: { total: nodes.length, result: nodes.slice(0, limit) } },
        },
      ];
}

function streamReply(state: RayState, asked: URLSearchParams): Reply {
  const [, id = ''] = /^job-driver-(.+)\.log$/.exec(asked.get('filename') ?? '') ?? [];
  const job = state.jobs.get(id);
  const node = job?.details()['driver_node_id'];
  if (!job || typeof node !== 'string' || asked.get('node_id') !== node) {
    return [500, `A file is not found at: /tmp/ray/session_stand_in/logs/${asked.get('filename')}`];
  }

  if (before(state.ray, 45) && (before(state.ray, 33) || asked.get('format') !== 'text')) {
    return [500, 'The stand-in does not mark chunks: follow the log from 2.33 on, and as text.'];
  }

  return (response) => job.follow(response);
}
