import type { Part } from './Part';

const dnsLabel = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** Checks a name by which others refer to a document. */
export function checkName(part: Part, key: string): void {
  const name = part.text(key, 'required');
  if (name !== undefined && !dnsLabel.test(name)) {
    part.findAt(
      key,
      'name',
      `${key} has up to 63 lower-case letters, digits and dashes, with a letter or digit at each end.`,
    );
  }
}

/** Checks a reference to another document, where there is one. */
export function checkReference(part: Part, key: string): void {
  const name = part.get(key) === '' ? '' : part.text(key);
  if (name !== undefined && !dnsLabel.test(name)) {
    part.findAt(
      key,
      'reference',
      `${key} is a name of up to 63 lower-case letters, digits and dashes, with a letter or digit at each end.`,
    );
  }
}
