/**
 * Signs that Word writes as a place in a font or as digits that are raised, as signs of their own.
 */

const greek = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ';
const symbols: Readonly<Record<string, string>> = {
  a3: '≤',
  a5: '∞',
  ab: '↔',
  ac: '←',
  ad: '↑',
  ae: '→',
  af: '↓',
  b0: '°',
  b1: '±',
  b2: '″',
  b3: '≥',
  b4: '×',
  b7: '•',
  b8: '÷',
  b9: '≠',
  ba: '≡',
  bb: '≈',
  bc: '…',
  d6: '√',
  e5: '∑',
  f2: '∫',
};
const wingdings: Readonly<Record<string, string>> = {
  '4a': '☺',
  '6c': '●',
  '6e': '■',
  '6f': '□',
  '71': '❑',
  '76': '❖',
  '9f': '•',
  a7: '▪',
  a8: '◻',
  d8: '➢',
  df: '←',
  e0: '→',
  e1: '↑',
  e2: '↓',
  fb: '✗',
  fc: '✓',
  fd: '☒',
  fe: '☑',
};

/** The sign, or undefined where it is not known. */
export function symbolOf(font: string | undefined, char: string | undefined): string | undefined {
  const code = Number.parseInt(char ?? '', 16);
  if (!(code > 0x1f)) return undefined;
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/^symbol$/i.test(font ?? ''))
    return (place >= 0x41 && place <= 0x7a ? greek[place - 0x41] : undefined) ?? symbols[place.toString(16)];
  if (/^wingdings$/i.test(font ?? '')) return wingdings[place.toString(16)];
  if (/dings|symbol|marlett/i.test(font ?? '') || place !== code || (code >= 0xd800 && code <= 0xf8ff)) return undefined;
  return String.fromCodePoint(code);
}

const level = '0123456789+-−=()';
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾';
const lowered = '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎';

/** A digit or a sign of arithmetic, raised; any other sign as it is, for a raised letter reads well: 2nd. */
export function raisedSign(sign: string): string {
  return raised[level.indexOf(sign)] ?? sign;
}

export function loweredSign(sign: string): string {
  return lowered[level.indexOf(sign)] ?? sign;
}
