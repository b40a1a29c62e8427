export type Environment = Readonly<Record<string, string | undefined>>;

/** The variable with the flags for every start. */
export const optionsVariable = 'FIBTUI_OPTIONS';

/** Ink's own variable, so that one setting serves all its programs. */
export const hasScreenReader = ({ INK_SCREEN_READER }: Environment): boolean =>
  INK_SCREEN_READER === 'true';

/** Whether the locale has an encoding other than UTF-8, as `C` does. An unset locale counts as UTF-8. */
export function isPlainLocale({ LC_ALL, LC_CTYPE, LANG }: Environment): boolean {
  // The first that is set and not empty decides, see locale(7).
  const locale = LC_ALL || LC_CTYPE || LANG;
  return locale !== undefined && locale !== '' && !/utf-?8/i.test(locale);
}
