import { readFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { codeOf, type Failure } from '../../core/failure.ts';
import type { Bytes, Milliseconds } from '../../core/units.ts';
import { notesName, partOf } from './folder.ts';
import { parseRunJson } from './json.ts';
import { reasonOf, RunFileError } from './run-file-error.ts';
import { mapOf, record, text, whole } from './shapes/shape.ts';
import { writeWhole } from './whole-file.ts';

/** The user's notes on runs, by the names of their files. */
export type Notes = ReadonlyMap<string, string>;

export type ReadNotes =
  | { readonly status: 'read'; readonly notes: Notes }
  | { readonly status: 'failed'; readonly failure: Failure };

/** The notes in a folder of runs; none if it has no file of them. */
export async function readNotes(folder: string): Promise<ReadNotes> {
  try {
    return { status: 'read', notes: notesIn(await textIn(folder)) };
  } catch (error) {
    return { status: 'failed', failure: unreadFailure(folder, error) };
  }
}

/** Keeps a note on a run, or removes it if the text is empty. */
export async function writeNote(path: string, note: string): Promise<Failure | undefined> {
  const folder = dirname(path);
  if (!(await isThere(path))) {
    return {
      code: 'note-not-saved',
      message: `The run file ${path} no longer exists.`,
      hint: 'The note on it was not saved.',
    };
  }

  return changeNotes(folder, (notes) => {
    const others = [...notes].filter(([name]) => name !== basename(path));
    return note === '' ? others : [...others, [basename(path), note]];
  });
}

/** Removes the notes on runs with these names. */
export const dropNotes = async (
  folder: string,
  names: ReadonlySet<string>,
): Promise<Failure | undefined> =>
  changeNotes(folder, (notes) => [...notes].filter(([name]) => !names.has(name)));

type Entry = readonly [name: string, note: string];

type Change = (notes: Notes) => readonly Entry[];

async function changeNotes(folder: string, change: Change): Promise<Failure | undefined> {
  try {
    const notes = notesIn(await textIn(folder));
    if (textOf(change(notes)) !== textOf([...notes])) {
      await rewrite(folder, change);
    }

    return undefined;
  } catch (error) {
    return error instanceof RunFileError
      ? unreadFailure(folder, error)
      : unsavedFailure(folder, error);
  }
}

const part = partOf(notesName);

/** How often it is tried while another fibtui writes its notes, and how long is waited each time. */
const attempts = 50;
const pause: Milliseconds = 10;

/** Writing notes never takes this long: the process that began has died. */
const abandonedAfter: Milliseconds = 10_000;

/** Reads the notes and writes them while nobody else can. */
async function rewrite(folder: string, change: Change, left = attempts): Promise<void> {
  try {
    await writeWhole({ folder, name: notesName, part }, async (file) =>
      file.writeFile(textOf(change(notesIn(await textIn(folder))))),
    );
  } catch (error) {
    if (codeOf(error) !== 'EEXIST' || left === 0) {
      throw error;
    }

    await removeIfAbandoned(join(folder, part));
    await setTimeout(pause);
    await rewrite(folder, change, left - 1);
  }
}

async function removeIfAbandoned(path: string): Promise<void> {
  const found = await stat(path).catch(unlessMissing);
  if (found && Date.now() - found.mtimeMs > abandonedAfter) {
    await rm(path, { force: true });
  }
}

const format = 'fibtui notes';
const version = 1;

const shape = record<{ format: string; version: number; notes: Record<string, string> }>({
  format: (value) => (value === format ? undefined : ' is another one'),
  version: whole(1),
  notes: mapOf(text),
});

const textOf = (notes: readonly Entry[]): string =>
  `${JSON.stringify({ format, version, notes: Object.fromEntries(notes) }, undefined, 2)}\n`;

/** Far above what one note for every kept run takes. */
const mostBytes: Bytes = 1e6;

/** Undefined if there is no such file. */
async function textIn(folder: string): Promise<string | undefined> {
  const path = join(folder, notesName);
  const found = await stat(path).catch(unlessMissing);
  if (!found) {
    return undefined;
  }

  // Reading a pipe would wait for a writer.
  if (!found.isFile()) {
    throw new RunFileError('is no file');
  }

  if (found.size > mostBytes) {
    throw new RunFileError('is too large');
  }

  return (await readFile(path, 'utf8').catch(unlessMissing)) ?? undefined;
}

function unlessMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') {
    throw error;
  }
}

/** Throws a `RunFileError` if the text is not a notes file. */
function notesIn(found: string | undefined): Notes {
  const value = found === undefined ? { format, version, notes: {} } : parsed(found);
  if (shape(value) !== undefined) {
    throw new RunFileError('is damaged');
  }

  const checked = value as { readonly version: number; readonly notes: Record<string, string> };
  if (checked.version > version) {
    throw new RunFileError('was written by a newer fibtui');
  }

  return new Map(Object.entries(checked.notes));
}

function parsed(found: string): unknown {
  try {
    return parseRunJson(found);
  } catch {
    throw new RunFileError('is damaged');
  }
}

const isThere = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: unknown) => codeOf(error) !== 'ENOENT',
  );

const unreadFailure = (folder: string, error: unknown): Failure => ({
  code: 'notes-not-read',
  message: `The notes file ${join(folder, notesName)} ${reasonOf(error)}, so it is left as it is.`,
  hint: 'Repair it or move it away to write notes again.',
});

const unsavedFailure = (folder: string, error: unknown): Failure => ({
  code: 'note-not-saved',
  message: `The notes file ${join(folder, notesName)} could not be written (${codeOf(error) ?? String(error)}).`,
  hint: 'Make its folder writable.',
});
