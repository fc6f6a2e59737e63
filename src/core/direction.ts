/**
 * The direction of a language's script.
 */
type WithTextInfo = Intl.Locale & { getTextInfo?: () => { direction?: string } };

/** `rtl` or `ltr`, for the attribute `dir`. */
export function directionOf(language: string): 'rtl' | 'ltr' {
  return (new Intl.Locale(language) as WithTextInfo).getTextInfo?.().direction === 'rtl' ? 'rtl' : 'ltr';
}
