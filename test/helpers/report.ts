import { Readable } from 'node:stream';
import { spec, type TestEvent } from 'node:test/reporters';

/** Node's usual report of a test run, but a run without a single test fails: Node itself passes it. */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let ran = false;
  const watched = async function* () {
    for await (const event of events) {
      ran ||= event.type === 'test:pass' || event.type === 'test:fail';
      yield event;
    }
  };
  for await (const text of Readable.from(watched()).compose(new spec())) {
    yield String(text);
  }

  if (!ran) {
    process.exitCode = 1;
    yield '\nNo test ran: no file matches the patterns of this command.\n';
  }
}
