import { parentPort, type MessagePort } from 'node:worker_threads';

// The smallest possible worker: it replies.

const port = parentPort as MessagePort;
port.on('message', (message) => port.postMessage(message, []));
