import { checkName } from './checkName';
import type { Part } from './Part';

/** What a version says of metadata. */
export interface MetadataRules {
  fields: readonly string[];
  labelKey: RegExp;
  /** Which texts a label may be. */
  labelValue: RegExp;
  labelLists: boolean;
  annotationKey: RegExp;
}

const anything = /^/;
const domain =
  '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*';
const localName = '[a-zA-Z0-9]([-._a-zA-Z0-9]{0,61}[a-zA-Z0-9])?';
const qualifiedName = new RegExp(
  `^(?=([^/]{0,253}/)?[^/]+$)(${domain}/)?${localName}$`,
);

export const v1Metadata: MetadataRules = {
  fields: ['name', 'displayName', 'labels', 'annotations'],
  labelKey: new RegExp(`^${localName}$`),
  labelValue: anything,
  labelLists: true,
  annotationKey: qualifiedName,
};

export const v2alphaMetadata: MetadataRules = {
  fields: ['name', 'labels', 'annotations'],
  labelKey: qualifiedName,
  labelValue: /^([a-z0-9]([-._a-z0-9]{0,61}[a-z0-9])?)?$/,
  labelLists: false,
  annotationKey: qualifiedName,
};

export const v1alphaMetadata: MetadataRules = {
  ...v1Metadata,
  fields: ['name', 'displayName'],
};

const MAX_DISPLAY_NAME = 63;

/** Checks what a document, or what stands in place of one, says of itself. */
export function checkMetadata(metadata: Part, rules: MetadataRules): void {
  metadata.knows(...rules.fields);
  checkName(metadata, 'name');
  const displayName = metadata.text('displayName') ?? '';
  if ([...displayName].length > MAX_DISPLAY_NAME) {
    metadata.findAt(
      'displayName',
      'display-name-length',
      `displayName has up to ${MAX_DISPLAY_NAME} characters.`,
    );
  }
  if (rules.fields.includes('labels')) {
    checkLabels(metadata, rules);
    checkAnnotations(metadata, rules);
  }
}

function checkLabels(metadata: Part, rules: MetadataRules): void {
  const labels = metadata.map('labels');
  const isLabel = (value: unknown) =>
    typeof value === 'string' && rules.labelValue.test(value);
  for (const key of labels?.keys ?? []) {
    if (!rules.labelKey.test(key)) {
      labels!.findAt(
        key,
        'label-key',
        `${key} is no key of a label: up to 63 letters, digits, dashes, underscores and dots.`,
      );
    }
    const value = labels!.get(key);
    const isList = rules.labelLists && Array.isArray(value);
    if (!(isList ? (value as unknown[]).every(isLabel) : isLabel(value))) {
      labels!.findAt(
        key,
        'label-value',
        rules.labelLists
          ? `The label ${key} is text or a list of texts. Quote numbers, true and false.`
          : `The label ${key} is text of up to 63 lower-case letters, digits, dashes, underscores and dots.`,
      );
    }
  }
}

function checkAnnotations(metadata: Part, rules: MetadataRules): void {
  const annotations = metadata.map('annotations');
  for (const key of annotations?.keys ?? []) {
    if (!rules.annotationKey.test(key)) {
      annotations!.findAt(
        key,
        'annotation-key',
        `${key} is no key of an annotation: a name such as team, or with a domain as in example.com/team.`,
      );
    }
    if (typeof annotations!.get(key) !== 'string') {
      annotations!.findAt(
        key,
        'annotation-value',
        `The annotation ${key} is text. Quote numbers, true and false.`,
      );
    }
  }
}
