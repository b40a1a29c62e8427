const cover = '[redacted]';

/** What hides secrets in a text, however it is quoted there. */
export type Redact = (text: string) => string;

/** Hides each of the secrets as it is, as in a URL and as in JSON; an empty one hides nothing. */
export function redact(secrets: readonly string[]): Redact {
  const forms = formsOf(secrets);
  return (text) => {
    let shown = text;
    for (const form of forms) {
      shown = shown.replaceAll(form, cover);
    }

    return shown;
  };
}

/** The same for a text that comes in parts: the beginning of a secret waits for what follows it. */
export function redactParts(secrets: readonly string[]): Redact {
  const forms = formsOf(secrets);
  const whole = redact(secrets);
  let held = '';
  return (part) => {
    const text = whole(held + part);
    const kept = heldBack(text, forms);
    held = text.slice(text.length - kept);
    return text.slice(0, text.length - kept);
  };
}

/** How many characters at a text's end begin a secret. */
function heldBack(text: string, forms: readonly string[]): number {
  const longest = Math.max(0, ...forms.map((form) => form.length - 1));
  for (let length = Math.min(longest, text.length); length > 0; length -= 1) {
    const tail = text.slice(-length);
    if (forms.some((form) => form.startsWith(tail))) {
      return length;
    }
  }

  return 0;
}

/** As it is, in a URL and in JSON; the longest first, since one may hold another. */
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
