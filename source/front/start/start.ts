import manifest from '#package' with { type: 'json' };
import { keepCompiled } from './compile-cache.ts';
import { homeFolder } from '../home-folder.ts';

/** Does what the arguments ask for. */
export async function start(program: NodeJS.Process, argv: readonly string[]): Promise<void> {
  // Before the rest is loaded, which is what it speeds up.
  const { env: environment, platform } = program;
  keepCompiled({ environment, home: homeFolder, platform, user: program.getuid?.() });

  const { openEnding } = await import('../ending/ending.ts');
  const ending = openEnding(program);
  try {
    const { answer } = await import('../answer.ts');
    const { version, dependencies } = manifest;
    const libraries = { tinypool: dependencies.tinypool };
    await answer(argv, { program, ending, version, libraries });
  } catch (error) {
    ending.fail(error);
  }
}
