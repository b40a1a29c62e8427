import Slugger from 'github-slugger';
import { Lexer, type Token, type Tokens } from 'marked';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../package/package.ts';

/** A page for readers, taken apart. */
export type Page = {
  /** From the root of the project. */
  readonly path: string;
  readonly text: string;
  /** Of links and pictures, as they are written. */
  readonly targets: readonly string[];
  readonly pictures: readonly string[];
  /** What may follow `#` in a link to it. */
  readonly anchors: ReadonlySet<string>;
  /** The lines of the blocks marked `sh`. */
  readonly commands: readonly string[];
  /** `like this`. */
  readonly codes: readonly string[];
  readonly tables: readonly Table[];
};

/** Its cells, as they are written. */
export type Table = {
  readonly head: readonly string[];
  readonly rows: ReadonlyArray<readonly string[]>;
};

export function pageOf(path: string, text: string): Page {
  const tokens = new Lexer().lex(text).flatMap(withThoseInside);
  const pictures = [
    ...tokens.filter(isImage).map(({ href }) => href),
    ...tokens.filter(isHtml).flatMap(picturesIn),
  ];
  return {
    path,
    text,
    pictures,
    targets: [...tokens.filter(isLink).map(({ href }) => href), ...pictures],
    anchors: anchorsOf(tokens.filter(isHeading)),
    commands: tokens
      .filter(isCode)
      .filter(({ lang }) => lang === 'sh')
      .flatMap((block) => block.text.split('\n')),
    codes: tokens.filter(isCodeSpan).map((span) => span.text),
    tables: tokens.filter(isTable).map(tableOf),
  };
}

const isImage = (token: Token): token is Tokens.Image => token.type === 'image';
const isHtml = (token: Token): token is Tokens.HTML => token.type === 'html';
const isLink = (token: Token): token is Tokens.Link => token.type === 'link';
const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading';
const isCode = (token: Token): token is Tokens.Code => token.type === 'code';
const isCodeSpan = (token: Token): token is Tokens.Codespan => token.type === 'codespan';
const isTable = (token: Token): token is Tokens.Table => token.type === 'table';
const isList = (token: Token): token is Tokens.List => token.type === 'list';

function withThoseInside(token: Token): readonly Token[] {
  const cells = isTable(token) ? [token.header, ...token.rows].flat() : [];
  const inside = [
    ...(isList(token) ? token.items : []),
    ...cells.flatMap(({ tokens }) => tokens),
    ...('tokens' in token ? (token.tokens ?? []) : []),
  ];
  return [token, ...inside.flatMap(withThoseInside)];
}

/** Markdown has no width of a picture, so the README writes some in HTML. */
const picturesIn = ({ raw }: Tokens.HTML): readonly string[] =>
  [...raw.matchAll(/<img [^>]*src="([^"]*)"/g)].map(([, source]) => source!);

/** As GitHub names them. */
function anchorsOf(headings: readonly Tokens.Heading[]): ReadonlySet<string> {
  const slugger = new Slugger();
  return new Set(headings.map(({ text }) => slugger.slug(text.replaceAll('`', ''))));
}

const tableOf = ({ header, rows }: Tokens.Table): Table => ({
  head: header.map(({ text }) => text),
  rows: rows.map((row) => row.map(({ text }) => text)),
});

/** The README and what is in docs/. */
export const pages: readonly Page[] = ['README.md', ...globSync('docs/*.md', { cwd: root })]
  .map((path) => path.replaceAll('\\', '/'))
  .map((path) => pageOf(path, readFileSync(join(root, path), 'utf8')));

export function pageNamed(path: string): Page {
  const found = pages.find((page) => page.path === path);
  if (!found) {
    throw new Error(`there is no page ${path}`);
  }

  return found;
}
