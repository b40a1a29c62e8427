/** While a terminal echoes nothing, Ctrl+C and Ctrl+Z are keys like others. */
export const [interruptKey, suspendKey] = ['\u0003', '\u001A'] as const;
