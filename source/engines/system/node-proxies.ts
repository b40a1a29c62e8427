import { allowedNodeEnvironmentFlags, versions } from 'node:process';

/** Whether Node's agents can use a proxy: since 22.21 and 24.5, with which this flag came. */
export const canUseProxies = (): boolean => allowedNodeEnvironmentFlags.has('--use-env-proxy');

export const nodeVersion: string = versions.node;
