import type { PythonFacts } from '../../core/doctor/ray-checks.ts';
import { failureOf } from '../../core/failure.ts';
import type { Milliseconds } from '../../core/units.ts';
import { findPython, type PythonSources } from '../../engines/ray/head/python.ts';
import { printedBy } from '../../machine/printed-by.ts';

/** Without importing Ray, which takes seconds. */
const question = `
import importlib.metadata, json, platform
try:
    ray = importlib.metadata.version("ray")
except importlib.metadata.PackageNotFoundError:
    ray = None
print(json.dumps([platform.python_version(), ray]))
`;

const limit: Milliseconds = 5000;

/** The Python that a head of fibtui's would run on, and the Ray that it has. */
export async function pythonHere(sources: PythonSources): Promise<PythonFacts> {
  try {
    return await askPython(await findPython(sources), sources);
  } catch (error) {
    return { found: 'none', failure: failureOf(error) };
  }
}

async function askPython(path: string, { environment }: PythonSources): Promise<PythonFacts> {
  const asked = { file: path, args: ['-c', question], env: environment };
  const text = await printedBy({ ...asked, limit, awaited: true });
  const [, version, ray] = /^\["([^"]+)", (?:"([^"]+)"|null)\]$/m.exec(text ?? '') ?? [];
  return version === undefined
    ? { found: 'silent', path }
    : { found: 'known', path, version, ...(ray === undefined ? {} : { ray }) };
}
