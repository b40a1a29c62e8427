/** The oldest Python that reads the driver. */
export const leastVersion = '3.8';

/** The exit code of a Python that is too old. */
export const tooOld = 86;

/** How such a Python says which one it is. */
const versionLine = /^fibtui-python (\S+)$/;

/** The version of a Python that is too old, from what it printed. */
export const oldVersionIn = (lines: readonly string[]): string | undefined =>
  lines.flatMap((line) => versionLine.exec(line)?.[1] ?? [])[0];

/** Runs the driver here. Every Python reads these lines; the driver itself would be a syntax error in an old one. */
export const prelude = `
import sys
if sys.version_info < (${leastVersion.replace('.', ', ')}):
    sys.stdout.write("fibtui-python " + sys.version.split()[0] + "\\n")
    sys.exit(${tooOld})
import runpy
mark, driver = sys.argv[1:]
sys.argv = [driver, "--here", mark]
runpy.run_path(driver, run_name="__main__")
`;
