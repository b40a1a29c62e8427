/** Characters that would move a terminal's cursor or change its colours: none but line breaks and tabs may pass. */
// oxlint-disable-next-line no-control-regex -- they are what it is about
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Where they can stand in a JSON document: as they are, or escaped. */
const suspicious = /[\u007f-\u009f]|\\u00[0189]|\\[bf]/;

/** Reads JSON from wherever it comes; its texts are safe to be drawn. */
export const parseRunJson = (text: string): unknown =>
  suspicious.test(text)
    ? JSON.parse(text, (_, value: unknown) =>
        typeof value === 'string' ? value.replaceAll(control, ' ') : value,
      )
    : JSON.parse(text);
