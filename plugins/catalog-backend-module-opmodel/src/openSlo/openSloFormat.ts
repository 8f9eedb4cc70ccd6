import { makeValidator } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import {
  hasErrors,
  type OpenSloDocument,
  type OpenSloMode,
  openSloV1Kinds,
  parseOpenSlo,
  validateOpenSlo,
} from '@opmodel/openslo';
import { findExcess } from '../documents/documentBounds';
import type { DocumentFormat } from '../documents/DocumentReader';
import { isOpenSloVersion } from './openSloVersions';
import { printOpenSloErrors } from './openSloProblems';

/** Longest text with OpenSLO documents. Bytes. */
export const MAX_OPENSLO_LENGTH = 1024 * 1024;

const kinds: readonly string[] = openSloV1Kinds;

const { isValidEntityName } = makeValidator();

/**
 * Texts that hold OpenSLO documents. Each that can be an entity is used, whatever else is wrong with it: its own page says so too. A text that
 * is no YAML is not used at all, as documents that are only mistyped would otherwise disappear.
 */
export function openSloFormat(mode: OpenSloMode): DocumentFormat<JsonObject[]> {
  return {
    title: 'OpenSLO',
    maxLength: MAX_OPENSLO_LENGTH,
    parse(text) {
      const { documents, problems } = parseOpenSlo(text);
      if (hasErrors(problems)) {
        // What a parser says may repeat a text that was never meant to be OpenSLO.
        const lines = problems.map(({ line }) => line ?? 1);
        return {
          content: null,
          problems: [...new Set(lines)].map(
            line => `line ${line}: the text must be OpenSLO, in YAML or JSON`,
          ),
        };
      }
      if (documents.length === 0) {
        return { content: null, problems: ['the text must not be empty'] };
      }
      const isRefused = (document: OpenSloDocument) =>
        refuse(document) !== null;
      const checked = documents.filter(document => !isRefused(document));
      return {
        // What came from YAML is not always JSON.
        content: JSON.parse(
          JSON.stringify(checked.filter(isEntity).map(({ value }) => value)),
        ),
        problems: [
          ...documents.flatMap(document => refuse(document) ?? []),
          ...printOpenSloErrors(validateOpenSlo(checked, { mode })),
        ],
      };
    },
  };
}

/** Why a document is of no use to the catalog, where OpenSLO's own rules do not say it; null where it may be. */
function refuse(document: OpenSloDocument): string | null {
  const { apiVersion, name, value } = document;
  const say = (path: string[], expected: string) => {
    const position = document.positionOf(path);
    const where = position ? `line ${position.line}: ` : '';
    return `${where}${path.join('.') || 'the document'} ${expected}`;
  };
  if (!isOpenSloVersion(apiVersion)) {
    return say(['apiVersion'], 'must be that of a version of OpenSLO');
  }
  const excess = findExcess(value);
  if (excess !== null) {
    return say([], excess);
  }
  return name === undefined || isValidEntityName(name)
    ? null
    : say(
        ['metadata', 'name'],
        'must be letters, digits, dashes, dots and underscores, at most 63',
      );
}

/** Whether a document has what the catalog wants of an entity before it looks at it. */
function isEntity({ kind, name, value }: OpenSloDocument): boolean {
  const { metadata } = value as { metadata?: JsonObject };
  const annotations = metadata?.annotations ?? {};
  return (
    kind !== undefined &&
    kinds.includes(kind) &&
    name !== undefined &&
    typeof annotations === 'object' &&
    !Array.isArray(annotations)
  );
}
