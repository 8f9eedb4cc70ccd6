import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  AttentionItem,
  AttentionList,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { VisibilityResolver } from '../catalog/VisibilityResolver';
import type { Subject } from '../subjects';

const URGENCY_ORDER: Record<AttentionItem['urgency'], number> = {
  now: 0,
  soon: 1,
  later: 2,
};

/**
 * The one list of what needs whom. Subjects report, this orders; a subject whose numbers the caller may not read reports
 * nothing.
 */
export class AttentionService {
  readonly #subjects: Subject[];
  readonly #visibility: VisibilityResolver;

  constructor(options: {
    subjects: Subject[];
    visibility: VisibilityResolver;
  }) {
    this.#subjects = options.subjects;
    this.#visibility = options.visibility;
  }

  /**
   * @param request - `owners`: only what these own
   */
  async list(
    request: { owners?: string[]; limit: number },
    credentials: BackstageCredentials,
  ): Promise<AttentionList> {
    const reported = await Promise.all(
      this.#subjects.map(async subject =>
        subject.listAttention(
          await this.#visibility.resolve(credentials, subject.readPermission),
        ),
      ),
    );
    const owners = request.owners && new Set(request.owners);
    const items = reported
      .flat()
      .filter(
        item =>
          !owners || (item.ownerRef !== null && owners.has(item.ownerRef)),
      )
      .sort(
        (a, b) =>
          URGENCY_ORDER[a.urgency] - URGENCY_ORDER[b.urgency] ||
          (a.since ?? '').localeCompare(b.since ?? '') ||
          a.id.localeCompare(b.id),
      );
    return { items: items.slice(0, request.limit), totalItems: items.length };
  }
}
