/** Counts what a JSON text would become in memory, without parsing it. */
export type Tally = {
  /** Whether the text exceeds a limit with this part, which follows those before. */
  readonly exceeds: (part: Uint8Array) => boolean;
};

export type TallyLimits = {
  /** Levels of records and lists within each other. */
  readonly depth: number;
  /** Records and lists. */
  readonly holders: number;
  /** Texts, and names of fields. */
  readonly texts: number;
  /** Commas: one less than values in a list, or fields in a record. */
  readonly commas: number;
};

/** Above what a run of the most bytes needs: its tasks have columns of times with a dozen characters each. */
export const runLimits: TallyLimits = {
  depth: 16,
  holders: 2_000_000,
  texts: 8_000_000,
  commas: 30_000_000,
};

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openBrace, openBracket, closeBrace, closeBracket] = [0x7b, 0x5b, 0x7d, 0x5d];

export function openTally(limits = runLimits): Tally {
  const isOutside = openTexts();
  let [depth, holders, texts, commas] = [0, 0, 0, 0];
  const count = (byte: number) => {
    switch (byte) {
      case quote:
        texts++;
        break;
      case comma:
        commas++;
        break;
      case openBrace:
      case openBracket:
        holders++;
        depth++;
        break;
      case closeBrace:
      case closeBracket:
        depth--;
        break;
    }
  };

  return {
    exceeds(part) {
      for (const byte of part) {
        if (isOutside(byte)) {
          count(byte);
          if (depth > limits.depth) {
            return true;
          }
        }
      }

      return holders > limits.holders || texts > limits.texts || commas > limits.commas;
    },
  };
}

/** Whether a byte is outside of all texts, as the quote is that begins one. Takes the bytes in their order. */
function openTexts(): (byte: number) => boolean {
  let isText = false;
  let isEscaped = false;
  return (byte) => {
    if (!isText) {
      isText = byte === quote;
      return true;
    }

    if (isEscaped) {
      isEscaped = false;
    } else if (byte === backslash) {
      isEscaped = true;
    } else if (byte === quote) {
      isText = false;
    }

    return false;
  };
}
