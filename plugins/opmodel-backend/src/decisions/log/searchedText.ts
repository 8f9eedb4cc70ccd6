/** A text in the form in which it is searched: the same for all spellings of a letter, on every database. */
export function searchedText(...texts: string[]): string {
  return texts.join('\n').normalize('NFKC').toLocaleLowerCase('en-US');
}

/** The words that somebody looks for; all of them have to occur. */
export function searchedWords(text: string): string[] {
  return [...new Set(searchedText(text).split(/\s+/u).filter(Boolean))];
}
