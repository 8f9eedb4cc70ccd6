import type { OpenSloDocument } from '../document/OpenSloDocument';
import { formatPath, type OpenSloPath } from '../document/OpenSloPath';
import type { OpenSloProblem } from '../document/OpenSloProblem';
import { openSloRules, type OpenSloRuleId } from './rules';

/** `strict`: by the rules of OpenSLO's official SDK. `lenient`: what real documents contain is accepted, with warnings. */
export type OpenSloMode = 'strict' | 'lenient';

/** Collects what is found in one document. */
export class Findings {
  readonly problems: OpenSloProblem[] = [];
  readonly #document: OpenSloDocument;
  readonly #mode: OpenSloMode;

  constructor(document: OpenSloDocument, mode: OpenSloMode) {
    this.#document = document;
    this.#mode = mode;
  }

  /** @param value - left out where nothing stands at the path, or where it may be a secret */
  add(
    rule: OpenSloRuleId,
    path: OpenSloPath,
    message: string,
    value?: unknown,
  ): void {
    const { index, file } = this.#document;
    this.problems.push({
      severity: openSloRules[rule][this.#mode],
      rule,
      path: formatPath(path),
      ...(value !== undefined && { value }),
      message,
      document: index,
      ...(file !== undefined && { file }),
      ...this.#document.positionOf(path),
    });
  }
}
