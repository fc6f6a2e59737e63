/** The beginning of a text, cut between words, where it is longer than so many UTF-16 code units; spaces made single. */
export function beginning(text: string, most: number): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  return plain.length > most ? `${plain.slice(0, most).replace(/\s\S*$|[\ud800-\udbff]$/, '')} …` : plain;
}
