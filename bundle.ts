import type { BuildOptions, Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';

/**
 * Ink's layout engine decodes the WebAssembly in its own source with `fetch` where there is one, and loading Node's
 * takes 40 ms before the first frame. Without one it decodes it by itself.
 */
const layoutWithoutFetch: Plugin = {
  name: 'layout-without-fetch',
  setup(build) {
    build.onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, async ({ path }) => ({
      contents: `const fetch = undefined;${await readFile(path, 'utf8')}`,
    }));
  },
};

/** How everything of ours that runs on Node is bundled. */
export const bundle: BuildOptions = {
  bundle: true,
  splitting: true,
  minifySyntax: true,
  minifyWhitespace: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Node 20 knows them. Spelled out for older ones, Ink would build such an expression anew for every cell of a frame.
  supported: { 'regexp-unicode-property-escapes': true },
  jsx: 'automatic',
  legalComments: 'none',
  // React reads it when it loads; its development build costs up to twice as much.
  define: { 'process.env.NODE_ENV': '"production"' },
  alias: {
    'string-width': './source/ui/canvas/string-width.ts',
    'restore-cursor': './source/ui/canvas/restore-cursor.ts',
  },
  plugins: [layoutWithoutFetch],
  external: ['tinypool', 'systeminformation', 'react-devtools-core'],
  // Packages in the bundle that are CommonJS ask for Node's modules by `require`.
  banner: {
    js: `import {createRequire as __createRequire} from 'node:module';const require=__createRequire(import.meta.url);`,
  },
  logLevel: 'warning',
};
