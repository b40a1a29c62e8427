import { build, type BuildOptions } from 'esbuild';
import asc from 'assemblyscript/asc';
import { chmod, copyFile, cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import process from 'node:process';
import manifest from '#package' with { type: 'json' };
import { bundle, entries, startInOnePiece } from './bundle.ts';
import { printedTexts } from './source/options/printed-texts.ts';

const output = 'dist';

const { cli, worker, ...host } = entries;

/** Each is built by itself: whatever two of them shared would be one more file for both. */
const programs: readonly BuildOptions[] = [
  {
    plugins: [...(bundle.plugins ?? []), startInOnePiece('./source/front/answer.ts')],
    entryPoints: { cli },
  },
  { entryPoints: host },
  { entryPoints: { worker } },
];

await rm(output, { recursive: true, force: true });
const [built] = await Promise.all([
  Promise.all(
    programs.map(async (program) =>
      build({ ...bundle, ...program, outdir: output, metafile: true }),
    ),
  ),
  compileKernel(),
]);
await chmod(`${output}/cli.js`, 0o755);
await copyFile('source/engines/ray/driver/driver.py', `${output}/fibtui_driver.py`);
await writeFile(`${output}/printed.json`, JSON.stringify(printedTexts(manifest.version)));
await cp('media/runs', `${output}/demo`, { recursive: true });
await writeFile(
  `${output}/LICENSES.txt`,
  await licences(built.flatMap(({ metafile }) => Object.keys(metafile.inputs))),
);

async function compileKernel(): Promise<void> {
  const { error } = await asc.main(
    [
      'source/workload/kernel/index.ts',
      '--outFile',
      `${output}/kernel.wasm`,
      '-O3',
      '--noAssert',
      '--runtime',
      'stub',
      '--enable',
      'simd',
      '--importMemory',
    ],
    { stderr: process.stderr },
  );
  if (error) {
    throw new Error('The kernel does not compile.', { cause: error });
  }
}

type Licensed = { readonly license: string };

/** The licences of all packages in the bundle, which must be shipped with their code. */
async function licences(inputs: readonly string[]): Promise<string> {
  const folders = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
  const texts = [...new Set(folders)].toSorted().map(async (folder) => {
    const file = (await readdir(folder)).find((name) => /^licen[cs]e/i.test(name));
    const { license } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8')) as Licensed;
    const text = file ? await readFile(`${folder}/${file}`, 'utf8') : `Licence: ${license}`;
    return `${folder.replace(/^.*node_modules\//, '')}\n\n${text.trim()}\n`;
  });
  return (await Promise.all(texts)).join(`\n${'-'.repeat(72)}\n\n`);
}
