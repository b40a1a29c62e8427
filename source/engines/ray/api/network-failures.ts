import { codeOf, type Failure } from '../../../core/failure.ts';
import { dashboardPort, type RayAddress } from '../../../core/plan/ray-address.ts';
import { bytes } from '../../../core/text/format.ts';
import { causeOf } from './cause-line.ts';
import { SilentError, SlowError, TooLargeError } from './exchange.ts';
import { where } from './endpoint.ts';

/** The failure for a request that got no answer. */
export function networkFailure(error: unknown, address: RayAddress): Failure {
  const code = codeOf(error) ?? '';
  return (
    incomplete(error, address) ??
    unreached(code, address) ??
    notHttp(code, address) ??
    certificate(code, address) ?? {
      code: 'ray-connection',
      message: `The connection to ${where({ address })} broke${broken.get(code) ?? causeOf(code)}.`,
      hint: `Run again; if it happens again, check the head, its port (usually ${dashboardPort}), and whether it wants https://.`,
    }
  );
}

export const tooLarge = 'ray-too-large';

/** The server takes too long, or says too much. */
function incomplete(error: unknown, address: RayAddress): Failure | undefined {
  if (error instanceof SilentError) {
    return {
      code: 'ray-silent',
      message: `${where({ address })} does not answer.`,
      hint: 'A starting head is silent for up to 15 s: try again; if it happens again, check the address and the firewall.',
    };
  }

  if (error instanceof SlowError) {
    return {
      code: 'ray-slow',
      message: `${where({ address })} did not finish its answer in time.`,
      hint: 'Check the address, and whether a proxy or a slow network is on the way; then run again.',
    };
  }

  return error instanceof TooLargeError
    ? {
        code: tooLarge,
        message: `${where({ address })} answers with more than ${bytes(error.limit)}, which Ray does not.`,
        hint: `Check the address: it should be Ray's dashboard, usually on port ${dashboardPort}.`,
      }
    : undefined;
}

function unreached(code: string, address: RayAddress): Failure | undefined {
  if (code === 'ERR_PROXY_TUNNEL') {
    return {
      code: 'ray-proxy',
      message: `The proxy on the way to ${where({ address })} refuses to connect there.`,
      hint: 'Check its user and password in HTTPS_PROXY, or name the cluster’s host in NO_PROXY.',
    };
  }

  return unreachable.has(code)
    ? {
        code: 'ray-unreachable',
        message: `No Ray dashboard at ${where({ address })}: ${unreachable.get(code)}.`,
        hint: `Start one with \`ray start --head\`, or reach it with \`kubectl port-forward svc/…-head-svc ${dashboardPort}\`; its port is usually ${dashboardPort}.`,
      }
    : undefined;
}

const unreachable = new Map([
  ['ECONNREFUSED', 'nothing listens there'],
  ['ENOTFOUND', 'no such host'],
  ['EAI_AGAIN', 'the name cannot be looked up now'],
  ['ETIMEDOUT', 'no connection in time'],
  ['EHOSTUNREACH', 'the host cannot be reached'],
  ['ENETUNREACH', 'the network cannot be reached'],
  ['EADDRNOTAVAIL', 'no such address here'],
]);

const broken = new Map([
  ['ECONNRESET', ' off'],
  ['EPIPE', ' off'],
]);

function notHttp(code: string, address: RayAddress): Failure | undefined {
  return code.startsWith('HPE_')
    ? {
        code: 'ray-wrong-port',
        message: `The server at ${where({ address })} does not speak HTTP.`,
        hint: `Ray's GCS (6379) and Ray Client (10001) do not take jobs; use the dashboard's port, usually ${dashboardPort}.`,
      }
    : undefined;
}

function certificate(code: string, address: RayAddress): Failure | undefined {
  if (code === 'EPROTO' || code.startsWith('ERR_SSL')) {
    return {
      code: 'ray-tls',
      message: `${where({ address })} does not speak TLS.`,
      hint: 'Ray’s own dashboard speaks http://; use https:// only with a proxy in front of it.',
    };
  }

  return /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS/.test(code)
    ? {
        code: 'ray-certificate',
        message: `The certificate of ${where({ address })} is not trusted (${code}).`,
        hint: 'Pass its CA with --ray-ca FILE, and use the host name that the certificate is for.',
      }
    : undefined;
}
