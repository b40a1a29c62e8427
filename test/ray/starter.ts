import { startHead } from '../../source/engines/ray/head/head.ts';
import { python } from './environment.ts';

/** A program that starts a head, prints where it is, and dies without a chance to end it. */
const { pid, url } = await startHead({ python, cpus: 1, env: process.env });
process.stdout.write(`${pid} ${url}\n`);
setInterval(() => {}, 1000);
