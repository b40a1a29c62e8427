import { deflateSync } from 'node:zlib';
import { EngineError } from '../../../core/failure.ts';
import { quoted } from '../../../core/text/shell-words.ts';

/** The driver's name in the working directory. */
export const driverFile = 'fibtui_driver.py';

export type EntrypointRequest = {
  /** Marks the driver's lines in the log. */
  readonly nonce: string;
  /** The driver's options, by name without the dashes. */
  readonly options: Readonly<Record<string, string | number>>;
  /** A Python on the head to try first. */
  readonly python?: string;
};

/** The shell command that runs the driver from the job's working directory. */
export const packagedEntrypoint = (request: EntrypointRequest): string =>
  entrypoint(request, driverFile);

/** The same with the driver inside the command, for a cluster that accepts no upload. */
export function inlineEntrypoint(request: EntrypointRequest, driver: string): string {
  const packed = deflateSync(driver, { level: 9 }).toString('base64');
  const program = `import base64,zlib;exec(compile(zlib.decompress(base64.b64decode('${packed}')),'${driverFile}','exec'))`;
  const command = entrypoint(request, `-c "${program}"`);
  if (command.length > maxCommandLength) {
    throw new EngineError({
      code: 'ray-driver-size',
      message: `The driver is too large to send without an upload (${command.length} bytes).`,
      hint: 'Reach the cluster in a way that allows uploads, such as kubectl port-forward.',
    });
  }

  return command;
}

/** Linux limits one argument to 128 KiB, and the whole command is one. */
const maxCommandLength = 120_000;

/**
 * Looks for a Python that has Ray, because the one on the PATH may not: `--ray-python`, the one that runs the job's parent
 * process, those on the PATH, the one in the same folder as the command `ray`. The marker `@fibtui` is split in two:
 * Ray writes the command into the log, where it must not look like an event.
 */
function entrypoint({ nonce, options, python }: EntrypointRequest, program: string): string {
  const flags = Object.entries(options).map(
    ([name, value]) =>
      ` --${safe(name)} ${typeof value === 'number' ? decimal(value) : safe(value)}`,
  );
  return `${pythonChoice(python)}${probe(safe(nonce))}
exec "$P" -u ${program} --nonce ${nonce}${flags.join('')}`;
}

const probe = (
  nonce: string,
): string => String.raw`R=$(sed -n 's#^.* \(/.*\)/lib/python[0-9.]*/site-packages/ray/_raylet.so$#\1/bin/python#p' /proc/$PPID/maps 2>/dev/null | head -1)
P=; for c in "$FIBTUI_PY" "$R" python python3 "$(dirname "$(command -v ray 2>/dev/null)" 2>/dev/null)/python"; do
  [ -n "$c" ] && "$c" -c 'import importlib.util as u,sys;sys.exit(0 if u.find_spec("ray") else 1)' 2>/dev/null && P="$c" && break; done
[ -z "$P" ] && echo '@fib''tui:${nonce} {"v":1,"ev":"nopython"}' && exit 86`;

const pythonChoice = (python: string | undefined): string =>
  python === undefined ? '' : `FIBTUI_PY=${quoted(python)}\n`;

/** This and the values below go into a shell unquoted: only plainly harmless characters are allowed. */
function safe(text: string): string {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) {
    throw new Error(`${JSON.stringify(text)} does not go into a shell`);
  }

  return text;
}

function decimal(value: number): string {
  if (!/^\d+(\.\d+)?$/.test(String(value))) {
    throw new Error(`${value} does not go into a shell`);
  }

  return String(value);
}
