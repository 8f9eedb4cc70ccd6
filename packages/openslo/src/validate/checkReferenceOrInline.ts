import { checkMetadata, type MetadataRules } from './checkMetadata';
import { checkReference } from './checkName';
import type { Findings } from './Findings';
import type { List } from './List';
import type { Part } from './Part';

/** What a list may hold that names documents of a kind or has them in place. */
export interface InlineRules {
  referenceField: string;
  kind: string;
  metadata: MetadataRules;
  checkSpec: (spec: Part) => void;
}

/** Checks a list whose items name a document, or are one without its version. */
export function checkReferencesOrInline(
  list: List<Part>,
  rules: InlineRules,
  findings: Findings,
): void {
  const { referenceField, kind } = rules;
  const items = list.maps((item, path) => {
    if (typeof item !== 'string' || item === '') {
      return false;
    }
    findings.add(
      'reference-text',
      path,
      `An item is a map: ${referenceField}: ${item}.`,
      item,
    );
    return true;
  });
  for (const item of items) {
    item.knows(referenceField, 'kind', 'metadata', 'spec');
    const isInline =
      item.has('kind') || item.has('metadata') || item.has('spec');
    if (item.has(referenceField) === isInline) {
      item.find(
        'reference-or-inline',
        isInline
          ? `An item has ${referenceField}, or kind, metadata and spec, and not both.`
          : `An item has ${referenceField}, or kind, metadata and spec.`,
      );
    }
    checkReference(item, referenceField);
    if (isInline) {
      checkInline(item, kind, rules);
    }
  }
}

function checkInline(item: Part, kind: string, rules: InlineRules): void {
  if (item.has('kind')) {
    item.choice('kind', 'optional', [kind]);
  } else {
    item.findAt('kind', 'inline-kind', `kind is required: ${kind}.`);
  }
  checkInlineMetadata(item, rules.metadata);
  const spec = item.map('spec', 'required');
  if (spec) {
    rules.checkSpec(spec);
  }
}

/** Checks the metadata of what stands in place: it can be worked with without a name. */
export function checkInlineMetadata(item: Part, rules: MetadataRules): void {
  const metadata = item.map('metadata');
  if (metadata) {
    checkMetadata(metadata, rules);
  } else if (!item.has('metadata')) {
    item.findAt('metadata', 'inline-metadata', 'metadata is required.');
  }
}
