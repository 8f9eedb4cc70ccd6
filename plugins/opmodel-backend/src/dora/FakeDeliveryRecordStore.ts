import type { Visibility } from '../catalog/Visibility';
import { isVisible } from '../catalog/visibleInMemory';
import type {
  DeliveryRecordStore,
  ReferredRecord,
} from './DeliveryRecordStore';
import { FakeDeliveryStore } from './FakeDeliveryStore';

interface ReferredFact {
  subject: string;
  withdrawn: boolean;
}

/** Says which incidents and deployments there are in memory. */
export class FakeDeliveryRecordStore
  extends FakeDeliveryStore
  implements DeliveryRecordStore
{
  async findSubjects(
    kind: ReferredRecord,
    subjects: readonly string[],
    visibility: Visibility,
  ): Promise<ReadonlySet<string>> {
    const facts = this.components
      .filter(({ ref, name }) =>
        isVisible(visibility, ref, [
          { key: 'kind', value: 'component' },
          { key: 'metadata.name', value: name },
        ]),
      )
      .flatMap(({ ref }): readonly ReferredFact[] => {
        const { incidents, deployments } = this.factsOf(ref);
        return kind === 'incident' ? incidents : deployments;
      });
    return new Set(
      facts.flatMap(({ subject, withdrawn }) =>
        !withdrawn && subjects.includes(subject) ? subject : [],
      ),
    );
  }
}
