import { parentPort, type MessagePort } from 'node:worker_threads';

// The least that a worker can be: it answers.

const port = parentPort as MessagePort;
port.on('message', (message) => port.postMessage(message, []));
