/** Characters that could move a terminal's cursor or change its colours; line breaks and tabs are harmless. */
// oxlint-disable-next-line no-control-regex -- control characters are the point
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** How they can occur in a JSON document: raw or escaped. */
const suspicious = /[\u007f-\u009f]|\\u00[0189]|\\[bf]/;

/** Parses JSON from any source; its strings are safe to draw. */
export const parseRunJson = (text: string): unknown =>
  suspicious.test(text)
    ? JSON.parse(text, (_, value: unknown) =>
        typeof value === 'string' ? value.replaceAll(control, ' ') : value,
      )
    : JSON.parse(text);
