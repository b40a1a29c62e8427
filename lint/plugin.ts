import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { problemOf } from './house.ts';
import { nameProblemOf, type Node } from './names.ts';

const source = fileURLToPath(new URL('../source', import.meta.url));

type Import = { readonly source: { readonly value: unknown } | null };

type Context = {
  readonly filename: string;
  readonly report: (problem: { readonly node: Import | Node; readonly message: string }) => void;
};

/** Imports between our own files follow the directions of the house, types included. */
const directions = {
  create(context: Context) {
    const check = (node: Import) => {
      const path = node.source?.value;
      if (typeof path === 'string' && path.startsWith('.')) {
        const imported = relative(source, join(dirname(context.filename), path));
        const message = imported.startsWith('..')
          ? 'source/ imports nothing outside source/.'
          : problemOf(relative(source, context.filename), imported);
        if (message !== undefined) {
          context.report({ node, message });
        }
      }
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};

/** Nobody outside an engine's own folder asks for its name, nor for a workload's: .oxlintrc.json says where it may. */
const names = {
  create({ report }: Context) {
    const check = (node: Node) => {
      const message = nameProblemOf(node);
      if (message !== undefined) {
        report({ node, message });
      }
    };
    return { BinaryExpression: check, SwitchCase: check, CallExpression: check };
  },
};

export default { meta: { name: 'house' }, rules: { directions, names } };
