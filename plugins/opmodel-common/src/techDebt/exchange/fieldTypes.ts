import type { DebtLink } from '../debtItem';
import type { DebtField, DebtFieldPath, DebtFieldValue } from './DebtField';
import { parseLinkLines, printLinks, readLinksValue } from './debtLinks';
import { debtTextLimits as limits } from './debtLimits';
import {
  readChoiceValue,
  readDayValue,
  readInstantValue,
  readLineValue,
  readNumberValue,
  readRefValue,
  readTextValue,
  type ValueReading,
} from './fieldValues';

/** What is said of a field beside its type. */
type FieldWords = Pick<DebtField, 'path' | 'column'> &
  Partial<Pick<DebtField, 'synonyms' | 'isContent' | 'whenEmpty'>>;

/** Numbers as people write them; whether a comma parts decimals or thousands is known only where it does not part three digits. */
const WRITTEN_NUMBER = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i;
const GROUPED_NUMBER = /^[+-]?[1-9]\d{0,2}(,\d{3})+$/;

/** A text of one line. */
export function lineField(words: FieldWords, most: number): DebtField {
  return fieldOf(words, (value, reading) =>
    readLineValue(value, most, reading),
  );
}

/** A text of any number of lines. */
export function textField(words: FieldWords, most: number): DebtField {
  return fieldOf(words, (value, reading) =>
    readTextValue(value, most, reading),
  );
}

/** One of the words of a vocabulary; in a cell with any capitals, spaces and hyphens. */
export function wordField<Word extends string>(
  words: FieldWords,
  vocabulary: readonly Word[],
): DebtField {
  return {
    ...fieldOf(words, (value, reading) =>
      readChoiceValue(value, vocabulary, reading),
    ),
    parseCell: text =>
      text
        .trim()
        .toLowerCase()
        .replace(/['\u2019]/g, '')
        .replace(/[\s_-]+/g, '_'),
  };
}

/** A number within bounds, both included. */
export function numberField(
  words: FieldWords,
  bounds: { least: number; most: number; isWhole?: boolean },
): DebtField {
  return {
    ...fieldOf(words, (value, reading) =>
      readNumberValue(value, bounds, reading),
    ),
    parseCell: parseNumber,
  };
}

/** One of several numbers. */
export function scaleField(
  words: FieldWords,
  scale: readonly number[],
): DebtField {
  return {
    ...fieldOf(words, (value, reading) =>
      readChoiceValue(value, scale, reading),
    ),
    parseCell: parseNumber,
  };
}

/** An ISO day. */
export function dayField(words: FieldWords): DebtField {
  return {
    ...fieldOf(words, readDayValue),
    parseCell: text => text.trim(),
  };
}

/** An instant: epoch milliseconds in the item, ISO 8601 in JSON. */
export function instantField(words: FieldWords): DebtField {
  const print = (value: DebtFieldValue) =>
    new Date(value as number).toISOString();
  return {
    ...fieldOf(words, readInstantValue),
    parseCell: text => text.trim(),
    printCell: print,
    write: print,
  };
}

/** The ref of a group. */
export function groupField(words: FieldWords): DebtField {
  return fieldOf(words, (value, reading) => {
    const ref = readRefValue(value, 'group', reading);
    return ref === undefined || ref.startsWith('group:')
      ? ref
      : reading.refuse('must be a group, such as group:default/payments');
  });
}

/** Refs of entities, each once and in the order of their letters; a ref alone is a list of one. */
export function refsField(words: FieldWords): DebtField {
  return {
    ...fieldOf(words, readRefs),
    parseCell: text => text.split(/[\s,;|]+/).filter(ref => ref !== ''),
    printCell: value => [...(value as readonly string[])].sort().join(' '),
    write: value => [...(value as readonly string[])],
  };
}

/** Typed links. */
export function linksField(words: FieldWords): DebtField {
  return {
    ...fieldOf(words, readLinksValue),
    parseCell: parseLinkLines,
    printCell: value => printLinks(value as readonly DebtLink[]),
    write: value =>
      (value as readonly DebtLink[]).map(({ type, ref, title }) => ({
        type,
        ref,
        ...(title !== null && { title }),
      })),
  };
}

function fieldOf(words: FieldWords, read: DebtField['read']): DebtField {
  return {
    synonyms: [],
    isContent: true,
    whenEmpty: 'cleared',
    ...words,
    path: words.path satisfies DebtFieldPath,
    read,
    parseCell: text => text,
    printCell: value => `${value}`,
    write: value => value,
  };
}

function parseNumber(text: string): unknown {
  const written = text.trim();
  return WRITTEN_NUMBER.test(written) && !GROUPED_NUMBER.test(written)
    ? Number(written.replace(',', '.'))
    : text;
}

function readRefs(
  value: unknown,
  reading: ValueReading,
): readonly string[] | undefined {
  const written: unknown[] = Array.isArray(value) ? value : [value];
  if (written.length === 0) {
    return reading.refuse('must name at least one entity');
  }
  if (written.length > limits.entityRefs) {
    return reading.refuse(`must have at most ${limits.entityRefs} entries`);
  }
  const refs = written.map((ref, at) =>
    readRefValue(
      ref,
      'component',
      reading,
      Array.isArray(value) ? `[${at}]` : '',
    ),
  );
  const found = refs.filter(ref => ref !== undefined);
  return found.length === refs.length ? [...new Set(found)].sort() : undefined;
}
