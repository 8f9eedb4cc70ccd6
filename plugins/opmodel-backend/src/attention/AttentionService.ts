import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
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
  readonly #subjects: Pick<Subject, 'readPermission' | 'listAttention'>[];
  readonly #visibility: VisibilityResolver;

  constructor(options: {
    subjects: Pick<Subject, 'readPermission' | 'listAttention'>[];
    visibility: VisibilityResolver;
  }) {
    this.#subjects = options.subjects;
    this.#visibility = options.visibility;
  }

  /**
   * @param request - `owners`: only what these and the groups below them own
   * @throws NotAllowedError when the caller may read no subject
   */
  async list(
    request: { owners?: string[]; limit: number },
    credentials: BackstageCredentials,
  ): Promise<AttentionList> {
    const owners = request.owners?.map(ref => ref.toLocaleLowerCase('en-US'));
    const visible = await Promise.all(
      this.#subjects.map(async subject => ({
        subject,
        visibility: await this.#visibility.resolve(
          credentials,
          subject.readPermission,
        ),
      })),
    );
    if (visible.every(({ visibility }) => visibility.type === 'none')) {
      throw new NotAllowedError('Reading what needs attention is not allowed');
    }
    const reported = await Promise.all(
      visible.map(({ subject, visibility }) =>
        subject.listAttention(visibility, owners),
      ),
    );
    const items = reported
      .flat()
      .sort(
        (a, b) =>
          URGENCY_ORDER[a.urgency] - URGENCY_ORDER[b.urgency] ||
          compareTexts(readableOrder(a), readableOrder(b)),
      );
    return { items: items.slice(0, request.limit), totalItems: items.length };
  }
}

/** What readers see comes before the id: many ids are random, and an order by them is none. */
function readableOrder(item: AttentionItem): string[] {
  const { since, subject, kind, entityTitle, entityRef, values, id } = item;
  const title = String(values.title ?? '');
  return [since ?? '', subject, kind, entityTitle, entityRef, title, id];
}

function compareTexts(a: string[], b: string[]): number {
  const at = a.findIndex((text, index) => text !== b[index]);
  return at < 0 ? 0 : a[at].localeCompare(b[at]);
}
