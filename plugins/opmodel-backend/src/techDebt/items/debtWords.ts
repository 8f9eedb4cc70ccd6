import type { DebtItem } from '@opmodel/backstage-plugin-opmodel-common';

/** Letters with their accents, digits, and symbols such as emojis; all else parts words. */
const WORD = /[\p{L}\p{M}\p{N}\p{So}]+/gu;

/** Characters by which long words are told apart: an index takes only so much of each. */
const LONGEST = 100;

/**
 * The words of a text in lower case, each once.
 *
 * A change of this needs a migration that writes the words of all items anew.
 */
export function wordsOf(text: string): string[] {
  const words = text.toLocaleLowerCase('en-US').match(WORD) ?? [];
  return [...new Set(words.map(word => [...word].slice(0, LONGEST).join('')))];
}

/** What an item is searched in: its words, each behind a blank, so that a blank and a beginning finds it. */
export function searchedWords({
  title,
  description,
}: Pick<DebtItem, 'title' | 'description'>): string {
  return wordsOf(`${title}\n${description ?? ''}`)
    .map(word => ` ${word}`)
    .join('');
}

/** The beginnings of words that a text asks for; undefined: it asks for nothing. One without a word in it asks for what no item has. */
export function askedBeginnings(text: string | undefined) {
  return text === undefined || text.trim() === '' ? undefined : wordsOf(text);
}
