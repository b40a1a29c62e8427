import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openCrew, type Crew, type CrewRequest } from '../../../source/engines/pool/crew.ts';
import { loadModule } from '../../../source/workload/open-kernel.ts';

/** A crew that is closed when its test ends. */
export async function crewFor(t: TestContext, request: Partial<CrewRequest>): Promise<Crew> {
  const crew = await openCrew({
    workers: 1,
    workload: 'list',
    size: 1000,
    module: await loadModule(),
    signal: new AbortController().signal,
    ...request,
  });
  t.after(crew.close);
  return crew;
}

/** The path of a misbehaving worker in test/fixtures/workers. */
export const faultyWorker = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/workers/${name}.ts`, import.meta.url));
