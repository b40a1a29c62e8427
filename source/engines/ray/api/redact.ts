const mask = '[redacted]';

/** Hides secrets in a text, however they are quoted there. */
export type Redact = (text: string) => string;

/** Hides each secret in its plain form, URL-encoded and inside JSON; ignores an empty one. */
export function redact(secrets: readonly string[]): Redact {
  const forms = formsOf(secrets);
  return (text) => {
    let shown = text;
    for (const form of forms) {
      shown = shown.replaceAll(form, mask);
    }

    return shown;
  };
}

/** The same for text that arrives in parts: holds back what may be the beginning of a secret. */
export function redactParts(secrets: readonly string[]): Redact {
  const forms = formsOf(secrets);
  const whole = redact(secrets);
  let pending = '';
  return (part) => {
    const text = whole(pending + part);
    const visible = text.length - beginningLength(text, forms);
    pending = text.slice(visible);
    return text.slice(0, visible);
  };
}

/** The number of characters at the end of a text that begin a secret. */
function beginningLength(text: string, forms: readonly string[]): number {
  const longest = Math.max(0, ...forms.map((form) => form.length - 1));
  for (let length = Math.min(longest, text.length); length > 0; length -= 1) {
    const tail = text.slice(-length);
    if (forms.some((form) => form.startsWith(tail))) {
      return length;
    }
  }

  return 0;
}

/** Plain, URL-encoded and JSON forms; the longest first, because one may contain another. */
const formsOf = (secrets: readonly string[]): readonly string[] =>
  [
    ...new Set(
      secrets.flatMap((secret) => [
        secret,
        encodeURIComponent(secret),
        JSON.stringify(secret).slice(1, -1),
      ]),
    ),
  ]
    .filter((form) => form !== '')
    .toSorted((a, b) => b.length - a.length);
