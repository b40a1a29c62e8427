export type Environment = Readonly<Record<string, string | undefined>>;

/** Whether the locale names characters other than UTF-8, as `C` does; where none is set nothing speaks against UTF-8. */
export function isPlainLocale({ LC_ALL, LC_CTYPE, LANG }: Environment): boolean {
  // The first that is set decides, see locale(7).
  const locale = LC_ALL || LC_CTYPE || LANG;
  return locale !== undefined && locale !== '' && !/utf-?8/i.test(locale);
}
