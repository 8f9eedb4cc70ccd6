import { completeRef } from '../../operatingModel/completeRef';
import { type DebtLink, type DebtLinkType, debtLinkTypes } from '../debtItem';
import { debtTextLimits as limits } from './debtLimits';
import {
  readChoiceValue,
  readLineValue,
  readTextValue,
  type ValueReading,
} from './fieldValues';

const linkFields: readonly string[] = ['type', 'ref', 'title'];

/** Types whose ref is an address. */
const addressed: readonly DebtLinkType[] = ['issue', 'pull_request', 'adr'];

/** What would run or open something, were a page to take an id for an address. */
const activeScheme = /^(javascript|vbscript|data|file|blob):/i;

/**
 * The links of an item, each type and ref once, as the first of them says it.
 *
 * @param value - a list of objects; an address alone is the link of an issue
 */
export function readLinksValue(
  value: unknown,
  reading: ValueReading,
): DebtLink[] | undefined {
  if (!Array.isArray(value)) {
    return reading.refuse('must be a list');
  }
  if (value.length > limits.links) {
    return reading.refuse(`must have at most ${limits.links} entries`);
  }
  const links = value.map((link, at) => readLink(link, reading, `[${at}]`));
  const found = links.filter(link => link !== undefined);
  if (found.length < links.length) {
    return undefined;
  }
  const once = new Map<string, DebtLink>();
  for (const link of found) {
    const key = `${link.type} ${link.ref}`;
    once.set(key, once.get(key) ?? link);
  }
  return [...once.values()];
}

/** Links as the lines of a cell: type, ref and, where there is one, the title, divided by spaces. */
export function printLinks(links: readonly DebtLink[]): string {
  return links
    .map(({ type, ref, title }) =>
      [type, ref, ...(title === null ? [] : [title])].join(' '),
    )
    .join('\n');
}

/** What the lines of a cell say, of which nothing has been checked yet. A line that is an address alone is the link of an issue. */
export function parseLinkLines(text: string): unknown[] {
  return text.split(/\r\n|\n|\r/).flatMap(line => {
    const [, type, ref, title] =
      /^(\S+)(?:\s+(\S+)(?:\s+([^]*))?)?$/.exec(line.trim()) ?? [];
    if (type === undefined) {
      return [];
    }
    if (/^https?:\/\//i.test(type)) {
      return [{ type: 'issue', ref: type, title: restOf(line, type) }];
    }
    const spelled = type.toLowerCase().replace(/-/g, '_').replace(/:$/, '');
    return [{ type: spelled, ref, title: title || null }];
  });
}

function restOf(line: string, start: string): string | null {
  return line.trim().slice(start.length).trim() || null;
}

function readLink(
  value: unknown,
  reading: ValueReading,
  place: string,
): DebtLink | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return reading.refuse('must be an object', place);
  }
  const unknown = Object.keys(value).filter(key => !linkFields.includes(key));
  for (const key of unknown) {
    reading.refuse(
      `is not known; known are ${linkFields.join(', ')}`,
      `${place}.${key.slice(0, limits.title)}`,
    );
  }
  const link = value as Readonly<Record<string, unknown>>;
  const type = readChoiceValue(
    link.type,
    debtLinkTypes,
    reading,
    `${place}.type`,
  );
  const ref = type && readLinkRef(type, link.ref, reading, `${place}.ref`);
  const title =
    (link.title ?? null) === null
      ? null
      : readLineValue(link.title, limits.linkTitle, reading, `${place}.title`);
  return type && ref && title !== undefined && unknown.length === 0
    ? { type, ref, title }
    : undefined;
}

function readLinkRef(
  type: DebtLinkType,
  value: unknown,
  reading: ValueReading,
  place: string,
): string | undefined {
  const text = readTextValue(value, limits.linkRef, reading, place);
  if (text === undefined) {
    return undefined;
  }
  if (addressed.includes(type)) {
    return readAddress(text, reading, place);
  }
  if (type === 'slo') {
    const ref = completeRef(text, 'slo');
    return ref?.startsWith('slo:')
      ? ref
      : reading.refuse('must be an SLO such as slo:default/checkout', place);
  }
  if (type === 'check') {
    return readCheckRef(text, reading, place);
  }
  return /\s/.test(text) || activeScheme.test(text)
    ? reading.refuse('must be the id of a record, without spaces', place)
    : text;
}

function readAddress(
  text: string,
  reading: ValueReading,
  place: string,
): string | undefined {
  const isAddress = /^https?:\/\/[^\s\\]+$/i.test(text) && URL.canParse(text);
  if (!isAddress) {
    return reading.refuse(
      'must be an address that begins with http:// or https://',
      place,
    );
  }
  const { username, password } = new URL(text);
  return username !== '' || password !== ''
    ? reading.refuse('must not hold a user name or password', place)
    : text;
}

function readCheckRef(
  text: string,
  reading: ValueReading,
  place: string,
): string | undefined {
  const [, scorecard, check] = /^([^#]+)#([^#\s]+)$/.exec(text) ?? [];
  const ref = completeRef(scorecard, 'scorecard');
  return ref?.startsWith('scorecard:')
    ? `${ref}#${check}`
    : reading.refuse(
        'must be a check such as scorecard:default/readiness#has-owner',
        place,
      );
}
