const plain =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u22ff\u2400-\u25fc\u2800-\u28ff]*$/;

/** Whether every character is known to be printable and to take one cell: most text never gets further than this. */
export const isPlain = (text: string): boolean => plain.test(text);

/**
 * Foreign text as it may go to a terminal: nothing in it moves the cursor, ends the line, changes colours or the writing
 * direction, and how many cells it takes is known. What is left of it is visible: blanks for controls and line breaks,
 * question marks for what is no character by itself. Marks that stand on the character before them are dropped, unless both make
 * up one character, since terminals differ in the cells that they give them.
 */
export const printable = (text: string): string =>
  isPlain(text)
    ? text
    : text
        .normalize('NFC')
        .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
        .replaceAll(/[\p{Cf}\p{M}\p{Emoji_Modifier}\p{Default_Ignorable_Code_Point}]/gu, '')
        .replaceAll(/[\p{Cs}\p{Cn}\p{Co}\u1160-\u11ff\ud7b0-\ud7fb]/gu, '?');
