/** More of a title says nothing that its beginning does not. Characters. */
const MAXIMUM_LENGTH = 200;

/** What is compared of a title: its words, and its runs of three characters. */
export interface ComparedTitle {
  words: ReadonlySet<string>;
  trigrams: ReadonlySet<string>;
}

/**
 * Takes a title apart for comparing: without case, accents, punctuation and order. Runs of three characters also compare titles in
 * scripts that put no spaces between words, and words that are spelled a little differently.
 */
export function takeTitleApart(title: string): ComparedTitle {
  const words = Array.from(title)
    .slice(0, MAXIMUM_LENGTH)
    .join('')
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLocaleLowerCase('en-US')
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter(word => word !== '');
  return {
    words: new Set(words),
    trigrams: new Set(words.flatMap(trigramsOf)),
  };
}

/**
 * How alike two titles are, 0 to 1: the Dice coefficient of their words or that of their runs of three characters, whichever is greater.
 * 1: they say the same but for case, accents, punctuation and the order of words. Titles without a letter or number are like none.
 *
 * Source: Dice, "Measures of the amount of ecologic association between species", 1945: 2 · |A ∩ B| ÷ (|A| + |B|).
 */
export function titleSimilarity(a: ComparedTitle, b: ComparedTitle): number {
  return Math.max(dice(a.words, b.words), dice(a.trigrams, b.trigrams));
}

/** The ends of a word are characters of their own, so that short words have runs as well. */
function trigramsOf(word: string): string[] {
  const characters = [' ', ...word, ' '];
  return characters
    .slice(2)
    .map((_, at) => characters.slice(at, at + 3).join(''));
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) {
    return 0;
  }
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const part of fewer) {
    common += more.has(part) ? 1 : 0;
  }
  return (2 * common) / (a.size + b.size);
}
