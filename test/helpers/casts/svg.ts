/** An element of a picture. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
};

type Open = Element & { children: Element[]; text: string };

const token =
  /<(?<end>\/?)(?<name>[a-z]+)(?<rest>(?:\s+[\w:-]+="[^"<]*")*)\s*(?<empty>\/?)>|(?<text>[^<]+)/giy;
const reference = /&(?!(?:amp|lt|gt|quot);)/;

/** Reads a picture as strictly as a browser reads XML; throws if it is not well-formed. */
export function svgRead(source: string): Element {
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [root];
  let read = 0;
  for (const { 0: whole, index, groups = {} } of source.matchAll(token)) {
    if (index > read || reference.test(whole)) {
      throw new Error(`not well-formed, at ${read}: ${source.slice(read, read + 40)}`);
    }

    step(open, groups);
    read = index + whole.length;
  }

  const [first, ...more] = root.children;
  if (read < source.length || open.length !== 1 || !first || more.length > 0 || root.text.trim()) {
    throw new Error(`not well-formed, at ${read}: ${source.slice(read, read + 40)}`);
  }

  return first;
}

function step(open: Open[], groups: Readonly<Record<string, string | undefined>>): void {
  const { end, name = '', rest = '', empty, text } = groups;
  const inner = open.at(-1);
  if (text !== undefined) {
    inner.text += decoded(text);
  } else if (end) {
    if (open.length === 1 || open.pop()?.name !== name) {
      throw new Error(`</${name}> ends nothing`);
    }
  } else {
    const element = { name, attributes: attributesOf(rest), children: [], text: '' };
    inner.children.push(element);
    if (!empty) {
      open.push(element);
    }
  }
}

function attributesOf(rest: string): Element['attributes'] {
  const found = [...rest.matchAll(/([\w:-]+)="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, decoded(value)] as const,
  );
  const attributes = Object.fromEntries(found);
  if (Object.keys(attributes).length < found.length) {
    throw new Error(`an attribute stands twice in${rest}`);
  }

  return attributes;
}

const decoded = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** An element and all within it. */
export const allOf = (element: Element): readonly Element[] => [
  element,
  ...element.children.flatMap(allOf),
];
