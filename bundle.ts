import type { BuildOptions, Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';

/**
 * Ink's layout engine decodes its WebAssembly with `fetch` if there is one, and loading Node's `fetch` delays the first
 * frame by 40 ms. Without it the engine has a decoder of its own.
 */
const layoutWithoutFetch: Plugin = {
  name: 'layout-without-fetch',
  setup(build) {
    build.onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, async ({ path }) => ({
      contents: `const fetch = undefined;${await readFile(path, 'utf8')}`,
    }));
  },
};

/** The programs, by the names of their built files: what the user starts, the process that measures, and their threads. */
export const entries = {
  cli: 'cli.tsx',
  host: 'source/host/child/program.ts',
  'host-guard': 'source/host/child/guard.ts',
  asker: 'source/machine/cpus/asker.ts',
  worker: 'source/engines/pool/worker/worker.ts',
} as const;

/** They load what is needed for a start, one after another. */
const startsIt: ReadonlySet<string> = new Set(['cli.tsx', 'start.ts']);

/**
 * Puts what `start` needs into one file, since each further file delays the first frame. esbuild makes a file of the
 * modules that the same dynamic imports need. So whatever is imported later than `start` is made to need all of it.
 */
export const startInOnePiece = (start: string): Plugin => ({
  name: 'start-in-one-piece',
  setup(build) {
    build.onResolve({ filter: /\.tsx?$/ }, ({ kind, path, importer, resolveDir }) =>
      kind === 'dynamic-import' && !startsIt.has(basename(importer))
        ? { namespace: 'later', path: resolve(resolveDir, path) }
        : undefined,
    );
    build.onLoad({ filter: /./, namespace: 'later' }, ({ path }) => ({
      contents: `import ${JSON.stringify(start)}; export * from ${JSON.stringify(path)};`,
      resolveDir: import.meta.dirname,
    }));
  },
});

/** How all our programs for Node are bundled. */
export const bundle: BuildOptions = {
  bundle: true,
  splitting: true,
  minifySyntax: true,
  minifyWhitespace: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Node 20 has them. Otherwise esbuild emits `new RegExp`, which Ink would then run for every cell of a frame.
  supported: { 'regexp-unicode-property-escapes': true },
  jsx: 'automatic',
  legalComments: 'none',
  // React reads it on loading. Its development build takes up to twice as long.
  define: { 'process.env.NODE_ENV': '"production"' },
  alias: {
    'string-width': './source/ui/canvas/string-width.ts',
    'restore-cursor': './source/ui/canvas/restore-cursor.ts',
  },
  plugins: [layoutWithoutFetch],
  external: ['tinypool', 'systeminformation', 'react-devtools-core'],
  // CommonJS packages in the bundle load Node's modules with `require`.
  banner: {
    js: `import {createRequire as __createRequire} from 'node:module';const require=__createRequire(import.meta.url);`,
  },
  logLevel: 'warning',
};
