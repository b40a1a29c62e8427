import { openRig } from './rig.ts';
import { until } from './until.ts';

/** A program that runs a pass at an address with a deadline, and prints a line when its driver starts; then it may be killed. */
const [, , at = '', deadline] = process.argv;
const rig = openRig(at);
void rig.run({ workload: 'pair', size: 5_000_000, deadline: Number(deadline) });
await until('the driver starts', () => rig.phases().includes('starting'));
process.stdout.write('starting\n');
