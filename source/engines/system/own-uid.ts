import process from 'node:process';

/** The user that this program runs as; undefined on Windows. */
export const ownUid = (): number | undefined => process.geteuid?.();
