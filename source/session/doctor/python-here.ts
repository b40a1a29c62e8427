import type { PythonFacts } from '../../core/doctor/ray-checks.ts';
import { failureOf } from '../../core/failure.ts';
import type { Milliseconds } from '../../core/units.ts';
import { findPython, type PythonSources } from '../../engines/ray/head/python.ts';
import { versionsIn, versionsProgram } from '../../engines/ray/head/python-versions.ts';
import { printedBy } from '../../machine/printed-by.ts';

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
  const asked = { file: path, args: ['-c', versionsProgram], env: environment };
  const text = await printedBy({ ...asked, limit, awaited: true });
  const versions = versionsIn(text ?? '');
  if (!versions) {
    return { found: 'silent', path };
  }

  const { python: version, ...rest } = versions;
  return { found: 'known', path, version, ...rest };
}
