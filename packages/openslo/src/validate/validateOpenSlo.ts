import type { OpenSloDocument } from '../document/OpenSloDocument';
import type { OpenSloProblem } from '../document/OpenSloProblem';
import { checkDocument } from './checkDocument';
import { Findings, type OpenSloMode } from './Findings';

export interface OpenSloValidationOptions {
  mode: OpenSloMode;
  /** Further fields of metadata that the surroundings have, such as a catalog's `namespace`. */
  metadataFields?: readonly string[];
}

/**
 * Checks documents, each by the rules of its version and kind.
 *
 * Both modes find the same; they differ in what is an error. Every error of `lenient` is one of `strict`. Whether references lead
 * anywhere is not looked at: see {@link resolveSlo}.
 */
export function validateOpenSlo(
  documents: readonly OpenSloDocument[],
  options: OpenSloValidationOptions,
): OpenSloProblem[] {
  const { mode, metadataFields = [] } = options;
  const names = new Map<string, OpenSloDocument>();
  return documents.flatMap(document => {
    const findings = new Findings(document, mode);
    checkDocument(document, metadataFields, findings);
    if (document.name) {
      const key = JSON.stringify([
        document.apiVersion,
        document.kind,
        document.name,
      ]);
      const first = names.get(key);
      if (first) {
        findings.add(
          'duplicate-name',
          ['metadata', 'name'],
          `There is another ${document.kind} of this name${placeOf(
            first,
            document,
          )}; references mean that one.`,
          document.name,
        );
      } else {
        names.set(key, document);
      }
    }
    return findings.problems;
  });
}

function placeOf(first: OpenSloDocument, document: OpenSloDocument): string {
  const line = first.positionOf([])?.line;
  if (line === undefined) {
    return '';
  }
  return first.file === document.file
    ? ` in line ${line}`
    : ` in ${first.file}, line ${line}`;
}
